using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.SecondFactors;

public static class SecondFactorsServices
{
    /// <summary>Second factors; the host adds its <see cref="IPasskeyCeremony"/>.</summary>
    public static IServiceCollection AddSecondFactors(this IServiceCollection services) => services
        .AddSingleton<SealedForms>().AddSingleton<AuthenticatorKeys>().AddSingleton<SecondFactorCodes>().AddSingleton<SecondFactorThrottle>().AddSingleton<SessionAfterProof>()
        .AddSingleton<PasskeyStore>().AddSingleton<FreshProof>().AddSingleton<GiveSecondFactor>().AddSingleton<AddSecondFactor>()
        .AddSingleton<ChangeSecondFactors>().AddSingleton<SecondFactorsOf>();
}
