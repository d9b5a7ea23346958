using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>
/// Whoever wrote sees how far it is and what was answered: an account its own, a visitor the one whose number and word they have. Each reading of an answer
/// stands in the audit first; the answer is in no store of the portal (C22).
/// </summary>
[Enforces(Clauses.ConcernsAnswered)]
public sealed class FollowConcern(IDbContextFactory<PortalDb> store, SessionRegistry sessions, IAuditLog audit, IConcernWords words, TimeProvider clock)
{
    private const int MostListed = 100;

    /// <summary>The account's own, the newest first; null when nobody is signed in. No answer is read for it.</summary>
    public async Task<IReadOnlyList<FollowedConcern>?> OwnAsync(string? sessionId, CancellationToken cancel)
    {
        if (await WriteAboutClause.WriterAsync(sessions, sessionId, cancel) is not { } writer)
            return null;
        await using var db = await store.CreateDbContextAsync(cancel);
        var rows = await db.Concerns.AsNoTracking().Where(row => row.AccountId == writer.AccountId).OrderByDescending(row => row.RaisedAt).Take(MostListed).ToListAsync(cancel);
        return [.. rows.Select(FollowedConcern.Of)];
    }

    /// <summary>One of the account's own, with its answer; null when there is none of that number that is its own.</summary>
    public async Task<FollowedConcern?> OwnAsync(string? sessionId, string number, CancellationToken cancel)
    {
        if (await WriteAboutClause.WriterAsync(sessions, sessionId, cancel) is not { } writer || ConcernNumbers.Read(number) is not { } sought)
            return null;
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await db.Concerns.AsNoTracking().SingleOrDefaultAsync(row => row.Number == sought && row.AccountId == writer.AccountId, cancel);
        return row is null ? null : await WithAnswerAsync(row, writer, cancel);
    }

    /// <summary>The one of this number and word, with its answer; null when there is none: a wrong number and a wrong word answer alike.</summary>
    public async Task<FollowedConcern?> LookUpAsync(string number, string word, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(word);
        if (ConcernNumbers.Read(number) is not { } sought || !ConcernNumbers.IsWord(word))
            return null;
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await db.Concerns.AsNoTracking().SingleOrDefaultAsync(row => row.Number == sought && row.LookUpDigest != null, cancel);
        // the same work for a number that there is not
        var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row?.LookUpDigest ?? ConcernNumbers.Digest(sought)), Encoding.ASCII.GetBytes(ConcernNumbers.Digest(word)));
        if (row is not null && right)
            return await WithAnswerAsync(row, null, cancel);
        if (row is not null)
            await audit.AppendAsync(new AuditEntry(AuditAct.AnswerRead, Allowed: false) { Target = row.Number, Reason = nameof(ConcernRefusal.NotThere) }, cancel);
        return null;
    }

    private async Task<FollowedConcern> WithAnswerAsync(ConcernRow row, Actor? writer, CancellationToken cancel)
    {
        if (row is not { State: ConcernState.Answered, AnswerReference: { } reference })
            return FollowedConcern.Of(row);
        var errand = await ConcernErrand.WriteOwnAsync(audit, writer, PatientId.From(row.Subject), row.Number, reference, clock.GetUtcNow(), cancel);
        var read = await words.ReadAsync(errand, cancel);
        return FollowedConcern.Of(row) with { Answer = read.Words, NotNow = read.Words is null };
    }
}
