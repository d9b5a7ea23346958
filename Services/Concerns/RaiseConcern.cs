using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>
/// A member objects, with the entries of the audit that it is about. The words go to the record system; the portal keeps a number, a clock and where the
/// words are. When the words cannot be kept there, there is no concern and the member is told so (C14, C22).
/// </summary>
[Enforces(Clauses.ConcernsAnswered)]
public sealed class RaiseConcern(IDbContextFactory<PortalDb> store, IAuditLog audit, IConcernWords words, TimeProvider clock)
{
    public const int MostCharacters = 4000;

    public static readonly TimeSpan AnsweredWithin = TimeSpan.FromDays(30);

    /// <summary>The concern's number and when it is answered at the latest, or why there is none. Entries about someone else's record are left out.</summary>
    public async Task<ConcernRaised> RunAsync(Actor by, string text, IReadOnlyList<long> entries, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(entries);
        if (by.OwnRecord is not { } own || !by.IsComplete || !by.Roles.Contains(Role.Member))
            return new(ConcernRefusal.NotYourOffice);
        if (string.IsNullOrWhiteSpace(text))
            return new(ConcernRefusal.Empty);
        if (text.Length > MostCharacters)
            return new(ConcernRefusal.TooLong);
        await using var db = await store.CreateDbContextAsync(cancel);
        var about = await db.Audit.Where(row => entries.Contains(row.Sequence) && row.Subject == own.Value).Select(row => row.Sequence).OrderBy(sequence => sequence).ToListAsync(cancel);
        var (number, now) = (ConcernNumbers.New(), clock.GetUtcNow());
        if ((await words.WriteAsync(new ConcernLetter(own, number, text.Trim()) { Entries = about }, cancel)).Reference is not { } reference)
            return new(ConcernRefusal.NotNow);
        db.Concerns.Add(new ConcernRow
        {
            Number = number,
            AccountId = by.AccountId,
            Subject = own.Value,
            Reference = reference,
            FirstEntry = about.Count > 0 ? about[0] : null,
            LastEntry = about.Count > 0 ? about[^1] : null,
            RaisedAt = now,
            AnswerBy = now + AnsweredWithin,
        });
        await audit.SaveAsync(db, new AuditEntry(AuditAct.ConcernRaised, Allowed: true) { Account = by.AccountId, Session = by.SessionId, Subject = own.Value, Target = number }, CancellationToken.None);
        return new(number, now + AnsweredWithin);
    }
}

/// <summary>What became of it.</summary>
public sealed record ConcernRaised(string? Number, DateTimeOffset? AnswerBy, ConcernRefusal? Refusal)
{
    internal ConcernRaised(string number, DateTimeOffset answerBy) : this(number, answerBy, null) { }

    internal ConcernRaised(ConcernRefusal refusal) : this(null, null, refusal) { }
}
