using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.Rules;

/// <summary>An administrator takes a role away, at once and alone: less is never dangerous, except that somebody must be left to administer (C13).</summary>
public sealed class RevokeRole(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public Task<RoleRefusal?> RunAsync(Actor by, string account, Role role, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.RoleRevoked, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = account, Role = role };
        return change.RunAsync<RoleRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
                return RoleRefusal.NotYourOffice;
            var grant = await db.RoleGrants.SingleOrDefaultAsync(row => row.AccountId == account && row.Role == role, cancel);
            if (grant is null)
                return RoleRefusal.NotHeld;
            if (role == Role.Administrator && !await db.LiveGrants(now).AnyAsync(row => row.Role == role && row.AccountId != account, cancel))
                return RoleRefusal.LastAdministrator;
            db.RoleGrants.Remove(grant);
            return null;
        }, cancel);
    }
}
