using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Proofs;

public static class ProofServices
{
    /// <summary>The board and the probes that need no web server. A new probe is a line here.</summary>
    public static IServiceCollection AddProofs(this IServiceCollection services, SearchedFolders searched)
    {
        services.AddOptions<CanaryOptions>().BindConfiguration(CanaryOptions.Section);
        return services.AddSingleton(searched).AddSingleton<ProofBoard>()
            .AddSingleton<IProbe, ReassignedProbe>().AddSingleton<IProbe, SecretsProbe>().AddSingleton<IProbe, StoreColumnsProbe>().AddSingleton<IProbe, DiskProbe>().AddSingleton<IProbe, DumpsProbe>()
            .AddSingleton<IProbe, NoticesProbe>().AddSingleton<IProbe, AuditProbe>()
            .AddSingleton<IProbe, ClosedPasswordsProbe>().AddSingleton<IProbe, ConcernsProbe>();
    }
}
