using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>Opens a case about one member and assigns it; the assignee's need begins and ends with it (C13).</summary>
public sealed class OpenCase(AccessChange change, TimeProvider clock)
{
    /// <summary>The case's id, or why there is none. Opener and assignee both hold the role whose work it is.</summary>
    public Task<NeedAnswer> RunAsync(Actor by, CaseKind kind, PatientId subject, string assignee, CancellationToken cancel) =>
        RunAsync(by, kind, subject, assignee, CaseTerms.Of(kind).Longest, cancel);

    /// <summary>The same for a term that is no longer than the longest of its kind.</summary>
    public async Task<NeedAnswer> RunAsync(Actor by, CaseKind kind, PatientId subject, string assignee, TimeSpan term, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (terms, id) = (CaseTerms.Of(kind), Guid.NewGuid().ToString("N"));
        var entry = new AuditEntry(AuditAct.CaseOpened, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Subject = subject.Value,
            Purpose = terms.Purpose,
            Need = terms.Need,
            Role = terms.Role,
            Target = id,
        };
        var refusal = await change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (subject.Value is null)
                return NeedRefusal.NotThere;
            if (!await db.HoldsAsync(by.AccountId, terms.Role, now, cancel))
                return NeedRefusal.NotYourOffice;
            if (!await db.HoldsAsync(assignee, terms.Role, now, cancel))
                return NeedRefusal.NoSuchPerson;
            if (await db.TooCloseAsync(assignee, terms.Role, subject, cancel))
                return NeedRefusal.TooClose;
            if (term <= TimeSpan.Zero || term > terms.Longest)
                return NeedRefusal.BadPeriod;
            db.Cases.Add(new CaseRow { Id = id, Kind = kind, Subject = subject.Value, AssigneeId = assignee, OpenedBy = by.AccountId, OpenedAt = now });
            db.Needs.Add(new NeedRow
            {
                Id = Guid.NewGuid().ToString("N"),
                Kind = terms.Need,
                AccountId = assignee,
                Subject = subject.Value,
                Purpose = terms.Purpose,
                Categories = terms.Categories,
                Sensitivity = default,
                From = now,
                Until = now + term,
                EstablishedBy = by.AccountId,
                EvidenceRef = id,
            });
            return null;
        }, cancel);
        return refusal is null ? new NeedAnswer(id, null) : new NeedAnswer(null, refusal);
    }
}
