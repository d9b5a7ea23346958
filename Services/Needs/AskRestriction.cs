using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>A member closes parts of the own record to everyone, to a role or to one account; it takes effect at once and is never refused for what it closes (C13).</summary>
public sealed class AskRestriction(AccessChange change, TimeProvider clock)
{
    /// <summary>The restriction's id, or why there is none.</summary>
    public async Task<NeedAnswer> RunAsync(Actor by, Closing closing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(closing);
        var id = Guid.NewGuid().ToString("N");
        var entry = new AuditEntry(AuditAct.RestrictionAsked, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Subject = by.OwnRecord?.Value,
            Role = closing.Role,
            Target = id,
        };
        var refusal = await change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (by.OwnRecord is not { } own || !await db.HoldsAsync(by.AccountId, Role.Member, now, cancel))
                return NeedRefusal.NotYourOffice;
            if (!closing.MakesSense)
                return NeedRefusal.BadCategories;
            db.Restrictions.Add(new RestrictionRow
            {
                Id = id,
                Subject = own.Value,
                AccountId = closing.Account,
                Role = closing.Role,
                Categories = closing.Categories,
                Labels = closing.Labels,
                From = now,
            });
            return null;
        }, cancel);
        return refusal is null ? new NeedAnswer(id, null) : new NeedAnswer(null, refusal);
    }
}
