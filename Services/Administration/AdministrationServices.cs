using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Administration;

public static class AdministrationServices
{
    /// <summary>What administrators do with accounts.</summary>
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddSingleton<AccountList>().AddSingleton<AddAccount>().AddSingleton<DisableAccount>().AddSingleton<EnableAccount>().AddSingleton<EndAccountSessions>();
}
