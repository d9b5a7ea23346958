using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records;

/// <summary>Where the words of a concern and of its answer are: in the record system and nowhere else (C11, C14).</summary>
public interface IConcernWords
{
    /// <summary>Writes them down there and says where they are, or why they are not.</summary>
    Task<WordsWritten> WriteAsync(ConcernLetter letter, CancellationToken cancel);

    /// <summary>Reads them, for someone whose reading stands in the audit.</summary>
    Task<WordsRead> ReadAsync(ConcernErrand errand, CancellationToken cancel);
}

/// <summary>What is written down: about whom, under which number, in answer to what. Prints nothing (C11).</summary>
public sealed record ConcernLetter(PatientId Subject, string Number, string Words)
{
    /// <summary>The places in the audit that it is about.</summary>
    public IReadOnlyList<long> Entries { get; init; } = [];

    /// <summary>Type and id of what it answers; null for the concern itself.</summary>
    public string? Answers { get; init; }

    public override string ToString() => nameof(ConcernLetter);
}

/// <summary>Type and id of what was written, or why it was not.</summary>
public readonly record struct WordsWritten(string? Reference, RecordProblem? Problem);

/// <summary>The words, or why they could not be read. Prints nothing (C11).</summary>
public readonly record struct WordsRead(string? Words, RecordProblem? Problem)
{
    public override string ToString() => nameof(WordsRead);
}

/// <summary>Proof that the reading of one concern stands in the audit, where the member sees it too. Lives a minute; opens nothing else.</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class ConcernErrand
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly PatientId subject;
    private readonly string reference;
    private readonly DateTimeOffset until;

    private ConcernErrand(PatientId subject, string reference, DateTimeOffset until) => (this.subject, this.reference, this.until) = (subject, reference, until);

    /// <summary>Writes the audit row and gives the key, in this order. The review case is the need for it.</summary>
    /// <exception cref="AuditUnavailableException">The audit could not be written; there is no key.</exception>
    internal static async Task<ConcernErrand> WriteAsync(IAuditLog audit, Actor officer, PatientId subject, string number, string reference, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = new AuditEntry(AuditAct.ConcernRead, Allowed: true)
        {
            Account = officer.AccountId,
            Session = officer.SessionId,
            Subject = subject.Value,
            Roles = officer.Roles,
            Role = Role.PrivacyOfficer,
            Purpose = PurposeOfUse.Operations,
            Need = NeedKind.PrivacyReview,
            Rule = nameof(NeedKind.PrivacyReview),
            Target = number,
        };
        await audit.AppendAsync(entry, cancel);
        return new(subject, reference, now + Lifetime);
    }

    /// <exception cref="InvalidOperationException">It is over.</exception>
    internal (PatientId Subject, string Reference) Open(DateTimeOffset now) => now < until ? (subject, reference) : throw new InvalidOperationException("The errand is over.");
}
