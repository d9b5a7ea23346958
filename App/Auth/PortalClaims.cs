using System.Security.Claims;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.App.Auth;

/// <summary>The principal of a session: opaque ids and roles, nothing about a person.</summary>
internal static class PortalClaims
{
    internal const string Scheme = "portal";
    internal const string Session = "sid";
    private const string Assigned = "assigned-password";
    private const string Owed = "second-factor-owed";
    private const string Statement = "statement-owed";

    internal static ClaimsPrincipal Principal(Actor actor)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, actor.AccountId), new(Session, actor.SessionId) };
        claims.AddRange(actor.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        if (!actor.HasPersonalPassword)
            claims.Add(new(Assigned, "true"));
        if (actor.SecondFactorOwed)
            claims.Add(new(Owed, "true"));
        if (actor.StatementOwed)
            claims.Add(new(Statement, "true"));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    internal static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);

    internal static string? AccountId(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The roles that the session had when it was last read from the store.</summary>
    internal static IEnumerable<Role> Roles(this ClaimsPrincipal principal) => principal.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<Role>(claim.Value));

    internal static bool HasAssignedPassword(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Assigned);

    internal static bool OwesSecondFactor(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Owed);

    internal static bool OwesStatement(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Statement);
}
