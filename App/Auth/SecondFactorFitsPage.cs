using Microsoft.AspNetCore.Authorization;
using PrivacyPortal.Components.SecondFactors;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Auth;

/// <summary>
/// Part of the default policy beside <see cref="PasswordFitsPage"/>: a session that owes its second factor opens the page that asks for it and nothing
/// else, the hub that circuits run over included; a session that owes none does not open that page (C2).
/// </summary>
[Enforces(Clauses.PersonalPassword)]
internal sealed class SecondFactorFitsPage : AuthorizationHandler<SecondFactorFitsPage>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactorFitsPage requirement)
    {
        // before the password is personal, the other requirement alone decides
        if (context.User.HasAssignedPassword() || context.User.OwesSecondFactor() == AsksForSecondFactor(context.Resource))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool AsksForSecondFactor(object? resource) => resource switch
    {
        HttpContext http => http.GetEndpoint()?.Metadata.GetMetadata<OpensBeforeSecondFactorAttribute>() is not null,
        Microsoft.AspNetCore.Components.RouteData route => route.PageType.IsDefined(typeof(OpensBeforeSecondFactorAttribute), inherit: false),
        _ => false,
    };
}
