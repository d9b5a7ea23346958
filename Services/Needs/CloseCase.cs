using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Services.Needs;

/// <summary>Closes a case: access ends with it, under the open page (C13). The assignee may, anyone of the same work, and the privacy officer.</summary>
public sealed class CloseCase(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public Task<NeedRefusal?> RunAsync(Actor by, string caseId, CancellationToken cancel) => RunAsync(by, caseId, withdrawn: false, cancel);

    /// <summary>The same when the member has taken back what the case was opened for: the own record only.</summary>
    internal Task<NeedRefusal?> RunAsync(Actor by, string caseId, bool withdrawn, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.CaseClosed, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = caseId };
        return change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            var work = await db.Cases.SingleOrDefaultAsync(row => row.Id == caseId && row.ClosedAt == null, cancel);
            if (work is null)
                return NeedRefusal.NotThere;
            var may = (withdrawn && by.OwnRecord?.Value == work.Subject) || work.AssigneeId == by.AccountId || await db.HoldsAsync(by.AccountId, CaseTerms.Of(work.Kind).Role, now, cancel)
                || await db.HoldsAsync(by.AccountId, Role.PrivacyOfficer, now, cancel);
            if (!may)
                return NeedRefusal.NotThere;
            (work.ClosedAt, work.ClosedBy) = (now, by.AccountId);
            foreach (var need in await db.Needs.Where(row => row.EvidenceRef == caseId && row.Until > now).ToListAsync(cancel))
                need.Until = now;
            return null;
        }, cancel);
    }
}
