using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Services.Needs;

/// <summary>Ends at once what a member gave: the member whenever they wish, and whoever was given it (C13).</summary>
public sealed class EndRepresentative(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public Task<NeedRefusal?> RunAsync(Actor by, string needId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.RepresentativeEnded, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = needId };
        return change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var (now, own) = (clock.GetUtcNow(), by.OwnRecord?.Value);
            var need = await db.Needs.SingleOrDefaultAsync(row => row.Id == needId && row.Until > now && GivenByMe.Kinds.Contains(row.Kind), cancel);
            if (need is null || (need.AccountId != by.AccountId && (own is null || need.Subject != own)))
                return NeedRefusal.NotThere;
            need.Until = now;
            return null;
        }, cancel);
    }
}
