using Microsoft.AspNetCore.Authorization;
using PrivacyPortal.Components.Passwords;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Auth;

/// <summary>
/// Part of the default policy, so it holds for every endpoint and page: with an assigned password only the page that replaces it opens, and that page
/// opens with no other (C3). The hub that circuits run over carries no such mark, so no circuit opens either.
/// </summary>
[Enforces(Clauses.AssignedFirst)]
internal sealed class PasswordFitsPage : AuthorizationHandler<PasswordFitsPage>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PasswordFitsPage requirement)
    {
        if (context.User.HasAssignedPassword() == ReplacesAssignedPassword(context.Resource))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool ReplacesAssignedPassword(object? resource) => resource switch
    {
        HttpContext http => http.GetEndpoint()?.Metadata.GetMetadata<OpensWithAssignedPasswordAttribute>() is not null,
        Microsoft.AspNetCore.Components.RouteData route => route.PageType.IsDefined(typeof(OpensWithAssignedPasswordAttribute), inherit: false),
        _ => false,
    };
}
