using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records;

/// <summary>Proof that the reading of one request stands in the audit, where the member sees it too. Lives a minute; opens nothing else.</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class RequestErrand
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly PatientId subject;
    private readonly string number;
    private readonly DateTimeOffset until;

    private RequestErrand(PatientId subject, string number, DateTimeOffset until) => (this.subject, this.number, this.until) = (subject, number, until);

    /// <summary>Writes the audit row and gives the key, in this order. The case about the request is the need for it.</summary>
    /// <exception cref="AuditUnavailableException">The audit could not be written; there is no key.</exception>
    internal static async Task<RequestErrand> WriteAsync(IAuditLog audit, Actor reader, Role role, PurposeOfUse purpose, NeedKind need, PatientId subject, string number, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = new AuditEntry(AuditAct.RequestRead, Allowed: true)
        {
            Account = reader.AccountId,
            Session = reader.SessionId,
            Subject = subject.Value,
            Roles = reader.Roles,
            Role = role,
            Purpose = purpose,
            Need = need,
            Rule = need.ToString(),
            Target = number,
        };
        await audit.AppendAsync(entry, cancel);
        return new(subject, number, now + Lifetime);
    }

    /// <exception cref="InvalidOperationException">It is over.</exception>
    internal (PatientId Subject, string Number) Open(DateTimeOffset now) => now < until ? (subject, number) : throw new InvalidOperationException("The errand is over.");
}
