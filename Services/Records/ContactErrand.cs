using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records;

/// <summary>
/// Proof that one contact with one person stands in the audit: a letter to be addressed, or the numbers of record to be called. Lives two minutes and
/// opens nothing else (C11, C13).
/// </summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class ContactErrand
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly string reference;
    private readonly DateTimeOffset until;

    private ContactErrand(string reference, DateTimeOffset until) => (this.reference, this.until) = (reference, until);

    /// <summary>Writes the audit row of a letter and gives the key, in this order; null when the account has no place in the record system.</summary>
    /// <exception cref="AuditUnavailableException">The audit could not be written; there is no key.</exception>
    internal static Task<ContactErrand?> ForLetterAsync(IAuditLog audit, string accountId, string? reference, DateTimeOffset now, CancellationToken cancel) =>
        WriteAsync(audit, new AuditEntry(AuditAct.LetterAddressRead, Allowed: true) { Account = accountId }, reference, now, cancel);

    /// <summary>The same for the numbers of record, which an employee calls back.</summary>
    internal static Task<ContactErrand?> ForCallBackAsync(IAuditLog audit, Actor employee, string accountId, string? reference, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = new AuditEntry(AuditAct.CallBackNumberRead, Allowed: true) { Account = employee.AccountId, Session = employee.SessionId, Roles = [.. employee.Roles], Target = accountId };
        return WriteAsync(audit, entry, reference, now, cancel);
    }

    /// <exception cref="InvalidOperationException">It is over.</exception>
    internal string Open(DateTimeOffset now) => now < until ? reference : throw new InvalidOperationException("The errand is over.");

    private static async Task<ContactErrand?> WriteAsync(IAuditLog audit, AuditEntry entry, string? reference, DateTimeOffset now, CancellationToken cancel)
    {
        if (reference?.Split('/') is not ["Patient" or "Practitioner", var id] || PatientId.From(id) is not { } whose)
            return null;
        var subject = reference.StartsWith("Patient/", StringComparison.Ordinal) ? whose.Value : null;
        await audit.AppendAsync(entry with { Subject = subject, Category = Category.Identity, Purpose = PurposeOfUse.Operations }, cancel);
        return new(reference, now + Lifetime);
    }
}
