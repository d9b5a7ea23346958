using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>The concerns that wait for an answer, those whose clock runs out first at the top: numbers and clocks, no word and no member.</summary>
[Enforces(Clauses.ConcernsAnswered)]
public sealed class WaitingConcerns(IDbContextFactory<PortalDb> store, AccessPolicy policy)
{
    private const int AnsweredShown = 20;

    /// <summary>Null when the account is no privacy officer's.</summary>
    public async Task<IReadOnlyList<QueuedConcern>?> ListAsync(Actor officer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (!policy.Holds(officer.AccountId, officer.Roles, Role.PrivacyOfficer))
            return null;
        await using var db = await store.CreateDbContextAsync(cancel);
        var rows = await db.Concerns.AsNoTracking().Where(row => row.State != ConcernState.Answered).OrderBy(row => row.AnswerBy).ToListAsync(cancel);
        rows.AddRange(await db.Concerns.AsNoTracking().Where(row => row.State == ConcernState.Answered).OrderByDescending(row => row.AnsweredAt).Take(AnsweredShown).ToListAsync(cancel));
        var mine = await db.Cases.Where(work => work.AssigneeId == officer.AccountId && work.ClosedAt == null).Select(work => work.Id).ToListAsync(cancel);
        return [.. rows.Select(row => new QueuedConcern(
            row.Number, row.State, row.RaisedAt, row.AnswerBy, row.AnsweredAt, row.FirstEntry is not null, row.TakenBy == officer.AccountId || (row.CaseId is not null && mine.Contains(row.CaseId)))
            { Kind = row.Kind, Clause = row.Clause, FromVisitor = row.LookUpDigest is not null })];
    }
}

/// <summary>One line of the queue.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">How far it is.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="AnswerBy">When it is to be answered at the latest.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="AboutALook">Whether it is about entries of the audit.</param>
/// <param name="Mine">Whether the review is the viewer's own work.</param>
public sealed record QueuedConcern(string Number, ConcernState State, DateTimeOffset RaisedAt, DateTimeOffset AnswerBy, DateTimeOffset? AnsweredAt, bool AboutALook, bool Mine)
{
    public ConcernKind Kind { get; init; }

    /// <summary>The clause of the statement that it is about.</summary>
    public int? Clause { get; init; }

    /// <summary>Whether who wrote it was not signed in.</summary>
    public bool FromVisitor { get; init; }
}
