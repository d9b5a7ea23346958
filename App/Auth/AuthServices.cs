using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Components.SignIn;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.SecondFactors;

namespace PrivacyPortal.App.Auth;

/// <summary>Closed by default: every endpoint, page and hub call needs an individual account with a personal password unless it says otherwise (C2, C3).</summary>
[Enforces(Clauses.PersonalPassword, Clauses.AssignedFirst)]
internal static class AuthServices
{
    internal static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddAuthentication(PortalClaims.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionCookieHandler>(PortalClaims.Scheme, null);
        var closed = new AuthorizationPolicyBuilder(PortalClaims.Scheme).RequireAuthenticatedUser()
            .AddRequirements(new PasswordFitsPage(), new SecondFactorFitsPage(), new StatementFitsPage(), new RoleFitsPage()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(closed).SetFallbackPolicy(closed)
            .AddPolicy(PortalPolicies.SignedIn, policy => policy.RequireAuthenticatedUser());
        services.AddSingleton<IAuthorizationHandler, RoleFitsPageHandler>();
        services.AddHttpContextAccessor().AddScoped<IBrowserSession, BrowserSession>().AddSingleton<IPasskeyCeremony, PasskeyCeremony>();
        services.AddHostedService<ThrottlePurge>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        return services.AddCascadingAuthenticationState();
    }
}
