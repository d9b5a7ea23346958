using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Services.Needs;

/// <summary>Only the member who asked for a restriction lifts it (C13).</summary>
public sealed class LiftRestriction(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public Task<NeedRefusal?> RunAsync(Actor by, string restrictionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var own = by.OwnRecord?.Value;
        var entry = new AuditEntry(AuditAct.RestrictionLifted, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Subject = own, Target = restrictionId };
        return change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (own is null || !await db.HoldsAsync(by.AccountId, Role.Member, now, cancel))
                return NeedRefusal.NotYourOffice;
            var restriction = await db.Restrictions.SingleOrDefaultAsync(row => row.Id == restrictionId && row.Subject == own && row.LiftedAt == null, cancel);
            if (restriction is null)
                return NeedRefusal.NotThere;
            restriction.LiftedAt = now;
            return null;
        }, cancel);
    }
}
