using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Audit;

/// <summary>A grant whose decision stands in the audit. It is the only thing that opens the record client, so nothing is disclosed unaudited (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class AuditedGrant
{
    private AuditedGrant(Grant grant, long sequence) => (Grant, Sequence) = (grant, sequence);

    public Grant Grant { get; }

    /// <summary>The audit row's place in the log.</summary>
    public long Sequence { get; }

    /// <summary>Writes the decision behind <paramref name="grant"/> and gives the key, in this order.</summary>
    /// <exception cref="AuditUnavailableException">The audit could not be written; there is no key.</exception>
    internal static async ValueTask<AuditedGrant> WriteAsync(IAuditLog audit, Grant grant, AuditEntry entry, CancellationToken cancel) =>
        new(grant, await audit.AppendAsync(entry, cancel));

    /// <summary>Asserts that this key fits: its category, and not past its end.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    internal PatientId Open(Category category, DateTimeOffset now)
    {
        if (Grant.Category != category)
            throw new InvalidOperationException($"A grant for {Grant.Category} does not open {category}.");
        if (now >= Grant.Until)
            throw new InvalidOperationException("The grant has ended.");
        return Grant.Subject;
    }
}
