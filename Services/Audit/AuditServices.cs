using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

public static class AuditServices
{
    /// <summary>The log, its one writer, and what signs, verifies and exports it.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, AuditPlaces places) => services
        .AddSingleton(places).AddSingleton<AuditWritten>().AddSingleton<IAuditLog, AuditLog>()
        .AddSingleton<AuditHealth>().AddSingleton<CheckpointFiles>().AddSingleton<CheckpointSigner>().AddHostedService<CheckpointService>()
        .AddSingleton(provider => new VerifyAudit(provider.GetRequiredService<StoreConnection>(), places, provider.GetRequiredService<CheckpointFiles>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new ExportAudit(provider.GetRequiredService<StoreConnection>(), provider.GetRequiredService<CheckpointFiles>(), provider.GetRequiredService<CheckpointSigner>()))
        .AddSingleton(provider => new RetireAudit(
            provider.GetRequiredService<StoreConnection>(), provider.GetRequiredService<CheckpointFiles>(), provider.GetRequiredService<VerifyAudit>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new ExportAuditEvents(provider.GetRequiredService<StoreConnection>(), places));
}
