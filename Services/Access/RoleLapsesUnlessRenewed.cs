namespace PrivacyPortal.Services.Access;

/// <summary>C13: a role counts only while it is held now: given, not taken away since the session began, and renewed in time.</summary>
internal static class RoleLapsesUnlessRenewed
{
    /// <summary>The roles, of those the session began with, that count at this moment. An account the snapshot does not know yet keeps the session's.</summary>
    internal static int Held(int sessionRoles, RoleHeld[]? held, DateTimeOffset now)
    {
        if (held is null)
            return sessionRoles;
        var live = 0;
        foreach (var role in held)
        {
            if (role.RenewBy is not { } until || now < until)
                live |= RoleSets.Bit(role.Role);
        }
        return sessionRoles & live;
    }
}
