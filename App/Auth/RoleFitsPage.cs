using Microsoft.AspNetCore.Authorization;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Auth;

/// <summary>Part of the default policy: a page that says <see cref="OpensToAttribute"/> opens to an account that holds one of its roles now, and to nobody else (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
internal sealed class RoleFitsPage : IAuthorizationRequirement;

/// <summary>Asks the policy in force, not only the session: a role that was taken back or has lapsed opens nothing any more.</summary>
internal sealed class RoleFitsPageHandler(AccessPolicy policy) : AuthorizationHandler<RoleFitsPage>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleFitsPage requirement)
    {
        if (RolesFor(context.Resource) is not { } roles
            || (context.User.AccountId() is { } account && roles.Any(role => policy.Holds(account, context.User.Roles(), role))))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    // null: whoever is signed in
    private static IReadOnlyList<Role>? RolesFor(object? resource) => resource switch
    {
        HttpContext http => http.GetEndpoint()?.Metadata.GetMetadata<OpensToAttribute>()?.Roles,
        Microsoft.AspNetCore.Components.RouteData route => (Attribute.GetCustomAttribute(route.PageType, typeof(OpensToAttribute)) as OpensToAttribute)?.Roles,
        Place { Roles.Length: > 0 } place => place.Roles,
        _ => null,
    };
}
