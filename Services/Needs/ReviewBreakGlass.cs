using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>A privacy officer, never the one who broke it, says what was found; once. A review before the end ends what is still open, unless it was justified.</summary>
public sealed class ReviewBreakGlass(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public Task<NeedRefusal?> RunAsync(Actor by, string needId, EmergencyReview outcome, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.EmergencyReviewed, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Target = needId,
            Rule = Enum.IsDefined(outcome) ? outcome.ToString() : null,
        };
        return change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.HoldsAsync(by.AccountId, Role.PrivacyOfficer, now, cancel))
                return NeedRefusal.NotYourOffice;
            var glass = await db.BreakGlass.SingleOrDefaultAsync(row => row.NeedId == needId && row.ReviewedAt == null, cancel);
            if (glass is null || !Enum.IsDefined(outcome))
                return NeedRefusal.NotThere;
            var need = await db.Needs.SingleAsync(row => row.Id == needId, cancel);
            if (need.AccountId == by.AccountId)
                return NeedRefusal.SamePerson;
            (glass.ReviewedBy, glass.ReviewedAt, glass.Outcome) = (by.AccountId, now, outcome);
            if (outcome != EmergencyReview.Justified && need.Until > now)
                need.Until = now;
            return null;
        }, cancel);
    }
}
