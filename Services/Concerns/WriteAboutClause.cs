using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>
/// Anyone comments on the statement or raises a concern about it, signed in or not. The words, and how to reach who wrote them, go to the record system;
/// the portal keeps a number, a clause, a clock and where the words are. What cannot be kept there is not taken (C14, C21, C22).
/// </summary>
[Enforces(Clauses.CommentsWelcome, Clauses.ConcernsAnswered, Clauses.InputServesTheRequest)]
public sealed class WriteAboutClause(IDbContextFactory<PortalDb> store, SessionRegistry sessions, IAuditLog audit, IConcernWords words, TimeProvider clock)
{
    /// <summary>The number and the date, and for someone who is not signed in the word; or why it was not taken.</summary>
    public async Task<WordsTaken> RunAsync(string? sessionId, ClauseWords said, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (Wrong(said) is { } why)
            return new(null, null, null, why);
        var writer = await WriterAsync(sessions, sessionId, cancel);
        var (number, word, now) = (ConcernNumbers.New(), writer is null ? ConcernNumbers.NewWord() : null, clock.GetUtcNow());
        if ((await words.WriteAsync(new ConcernLetter(writer?.OwnRecord, number, Letter(said)), cancel)).Reference is not { } reference)
            return new(null, null, null, ConcernRefusal.NotNow);
        await using var db = await store.CreateDbContextAsync(CancellationToken.None);
        db.Concerns.Add(new ConcernRow
        {
            Number = number,
            AccountId = writer?.AccountId,
            Subject = writer?.OwnRecord?.Value,
            Reference = reference,
            Kind = said.Kind,
            Clause = said.Clause,
            LookUpDigest = word is null ? null : ConcernNumbers.Digest(word),
            RaisedAt = now,
            AnswerBy = now + RaiseConcern.AnsweredWithin,
        });
        var entry = new AuditEntry(AuditAct.ConcernRaised, Allowed: true) { Account = writer?.AccountId, Session = writer?.SessionId, Subject = writer?.OwnRecord?.Value, Target = number };
        await audit.SaveAsync(db, entry, CancellationToken.None);
        return new(number, now + RaiseConcern.AnsweredWithin, word, null);
    }

    /// <summary>Whose session it is; someone whose sign-in is not complete is a visitor.</summary>
    internal static async Task<Actor?> WriterAsync(SessionRegistry sessions, string? sessionId, CancellationToken cancel) =>
        sessionId is not null && await sessions.FindAsync(sessionId, use: true, cancel) is { IsComplete: true } actor ? actor : null;

    private static ConcernRefusal? Wrong(ClauseWords said)
    {
        if (string.IsNullOrWhiteSpace(said.Text))
            return ConcernRefusal.Empty;
        if (said.Text.Length > RaiseConcern.MostCharacters)
            return ConcernRefusal.TooLong;
        if (said.Reach?.Length > ClauseWords.MostReachCharacters)
            return ConcernRefusal.ReachTooLong;
        return said.Clause is null or (>= 1 and <= ClauseWords.Clauses) && Enum.IsDefined(said.Kind) ? null : ConcernRefusal.NoSuchClause;
    }

    private static string Letter(ClauseWords said)
    {
        var about = said.Clause is { } clause ? $"{said.Kind} about clause C{clause} of the statement." : $"{said.Kind} about the statement.";
        var reach = string.IsNullOrWhiteSpace(said.Reach) ? "" : $"\n\nAnswer me at: {said.Reach.Trim()}";
        return $"{about}\n\n{said.Text.Trim()}{reach}";
    }
}
