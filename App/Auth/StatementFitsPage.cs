using Microsoft.AspNetCore.Authorization;
using PrivacyPortal.Components.Consent;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Auth;

/// <summary>
/// Part of the default policy beside <see cref="SecondFactorFitsPage"/>: a session that has not stayed under the statement in force opens the page that
/// asks and nothing else, the hub that circuits run over included; a session that has does not open that page (C20).
/// </summary>
[Enforces(Clauses.StayingIsConsent)]
internal sealed class StatementFitsPage : AuthorizationHandler<StatementFitsPage>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StatementFitsPage requirement)
    {
        // before sign-in is complete, the other requirements alone decide
        if (context.User.HasAssignedPassword() || context.User.OwesSecondFactor() || context.User.OwesStatement() == AsksToStay(context.Resource))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool AsksToStay(object? resource) => resource switch
    {
        HttpContext http => http.GetEndpoint()?.Metadata.GetMetadata<OpensBeforeStayingAttribute>() is not null,
        Microsoft.AspNetCore.Components.RouteData route => route.PageType.IsDefined(typeof(OpensBeforeStayingAttribute), inherit: false),
        _ => false,
    };
}
