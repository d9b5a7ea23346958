using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records;

/// <summary>Proof that the reading of one concern stands in the audit, where the member sees it too. Lives a minute; opens nothing else.</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class ConcernErrand
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly PatientId? subject;
    private readonly string number;
    private readonly string reference;
    private readonly DateTimeOffset until;

    private ConcernErrand(PatientId? subject, string number, string reference, DateTimeOffset until) =>
        (this.subject, this.number, this.reference, this.until) = (subject, number, reference, until);

    /// <summary>Writes the audit row and gives the key, in this order. The review case is the need for it.</summary>
    /// <exception cref="AuditUnavailableException">The audit could not be written; there is no key.</exception>
    internal static async Task<ConcernErrand> WriteAsync(IAuditLog audit, Actor officer, PatientId? subject, string number, string reference, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = new AuditEntry(AuditAct.ConcernRead, Allowed: true)
        {
            Account = officer.AccountId,
            Session = officer.SessionId,
            Subject = subject?.Value,
            Roles = officer.Roles,
            Role = Role.PrivacyOfficer,
            Purpose = PurposeOfUse.Operations,
            Need = NeedKind.PrivacyReview,
            Rule = nameof(NeedKind.PrivacyReview),
            Target = number,
        };
        await audit.AppendAsync(entry, cancel);
        return new(subject, number, reference, now + Lifetime);
    }

    /// <summary>The same for the answer, for whoever wrote the concern: the account that did, or nobody's account and the right word.</summary>
    /// <exception cref="AuditUnavailableException">The audit could not be written; there is no key.</exception>
    internal static async Task<ConcernErrand> WriteOwnAsync(IAuditLog audit, Actor? writer, PatientId? subject, string number, string reference, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = new AuditEntry(AuditAct.AnswerRead, Allowed: true) { Account = writer?.AccountId, Session = writer?.SessionId, Subject = subject?.Value, Target = number };
        await audit.AppendAsync(entry, cancel);
        return new(subject, number, reference, now + Lifetime);
    }

    /// <exception cref="InvalidOperationException">It is over.</exception>
    internal (PatientId? Subject, string Number, string Reference) Open(DateTimeOffset now) => now < until ? (subject, number, reference) : throw new InvalidOperationException("The errand is over.");
}
