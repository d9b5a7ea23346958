using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records;

/// <summary>Proof that the reading of one member's address for one notice stands in the audit. Lives a minute; opens nothing else.</summary>
[Enforces(Clauses.VitalNoticesOnly)]
public sealed class NoticeErrand
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly PatientId subject;
    private readonly DateTimeOffset until;

    private NoticeErrand(PatientId subject, DateTimeOffset until) => (this.subject, this.until) = (subject, until);

    /// <summary>Writes the audit row and gives the key, in this order.</summary>
    /// <exception cref="AuditUnavailableException">The audit could not be written; there is no key.</exception>
    internal static async Task<NoticeErrand> WriteAsync(IAuditLog audit, string accountId, PatientId subject, string kind, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = new AuditEntry(AuditAct.NoticeAddressRead, Allowed: true)
        {
            Account = accountId,
            Subject = subject.Value,
            Category = Category.Identity,
            Purpose = PurposeOfUse.Operations,
            Rule = kind,
        };
        await audit.AppendAsync(entry, cancel);
        return new(subject, now + Lifetime);
    }

    /// <exception cref="InvalidOperationException">It is over.</exception>
    internal PatientId Open(DateTimeOffset now) => now < until ? subject : throw new InvalidOperationException("The errand is over.");
}
