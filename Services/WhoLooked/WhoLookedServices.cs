using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.WhoLooked;

public static class WhoLookedServices
{
    public static IServiceCollection AddWhoLooked(this IServiceCollection services) => services.AddSingleton<WhoCouldLook>()
        .AddSingleton(provider => new WhoLookedList(provider.GetRequiredService<StoreConnection>(), provider.GetRequiredService<AuditWritten>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new DownloadLooks(provider.GetRequiredService<StoreConnection>(), provider.GetRequiredService<CheckpointFiles>(),
            provider.GetRequiredService<CheckpointSigner>(), provider.GetRequiredService<VerifyAudit>()));
}
