using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>The owner of a role, or an administrator, looks at it again and says that it is still needed. What is not renewed lapses (C13).</summary>
public sealed class RenewRole(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public Task<RoleRefusal?> RunAsync(Actor by, string account, Role role, DateTimeOffset renewBy, RoleReason reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.RoleRenewed, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = account, Role = role, Rule = reason.ToString() };
        return change.RunAsync<RoleRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (by.AccountId == account)
                return RoleRefusal.OwnElevation;
            var grant = await db.LiveGrants(now).SingleOrDefaultAsync(row => row.AccountId == account && row.Role == role, cancel);
            var isOwner = grant?.OwnerId == by.AccountId && await db.IsOpenAsync(by.AccountId, cancel);
            if (!isOwner && !await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
                return RoleRefusal.NotYourOffice;
            if (grant is null)
                return RoleRefusal.NotHeld;
            if (!RoleTerm.MustBeRenewed(role) || !RoleTerm.Fits(renewBy, now))
                return RoleRefusal.BadTerm;
            (grant.RenewBy, grant.Reason, grant.OwnerId) = (renewBy, reason, grant.OwnerId ?? by.AccountId);
            return null;
        }, cancel);
    }
}
