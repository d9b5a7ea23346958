using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>Reads a concern's words from the record system for the officer whose review it is, while the review is open; the member sees that it was read (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class ReadConcern(IDbContextFactory<PortalDb> store, AccessPolicy policy, IAuditLog audit, IConcernWords words, TimeProvider clock)
{
    /// <summary>The words and the entries that they are about, or why not. Whoever asks holds them no longer than they are shown (C12).</summary>
    public async Task<ConcernText> RunAsync(Actor officer, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (!policy.Holds(officer.AccountId, officer.Roles, Role.PrivacyOfficer))
            return new(null, ConcernRefusal.NotYourOffice);
        var now = clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancel);
        // the review is the need: what the member closed of the record does not close what the member wrote to the officer
        var concern = await db.Concerns.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number
            && ((row.TakenBy == officer.AccountId && row.State == ConcernState.InReview) || db.Needs.Any(need => need.EvidenceRef == row.CaseId
            && need.Kind == NeedKind.PrivacyReview && need.AccountId == officer.AccountId && need.From <= now && now < need.Until)), cancel);
        if (concern is null)
            return new(null, ConcernRefusal.NotThere);
        var errand = await ConcernErrand.WriteAsync(audit, officer, PatientId.From(concern.Subject), number, concern.Reference, now, cancel);
        var read = await words.ReadAsync(errand, cancel);
        return read.Words is { } text ? new(text, null) { FirstEntry = concern.FirstEntry, LastEntry = concern.LastEntry } : new(null, ConcernRefusal.NotNow);
    }
}

/// <summary>A concern's words. Prints nothing (C11).</summary>
public sealed record ConcernText(string? Words, ConcernRefusal? Refusal)
{
    /// <summary>The first and last place in the audit that it is about.</summary>
    public long? FirstEntry { get; init; }

    public long? LastEntry { get; init; }

    public override string ToString() => nameof(ConcernText);
}
