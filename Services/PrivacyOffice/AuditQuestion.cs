using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.PrivacyOffice;

/// <summary>What an officer looks for in the audit. What is not asked for does not narrow it.</summary>
public sealed record AuditQuestion
{
    /// <summary>An exact sign-in name or account id.</summary>
    public string? Account { get; init; }

    public AuditAct? Act { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>An opaque reference: a Patient id, a session, a need, a case, a concern's number.</summary>
    public string? Reference { get; init; }

    public bool RefusedOnly { get; init; }

    /// <summary>Only entries before this place: where the page before ended.</summary>
    public long? Before { get; init; }

    internal string Kinds() => string.Join(',', new[]
    {
        Account is null ? null : "account", Act is null ? null : "act", From is null && Until is null ? null : "time",
        Reference is null ? null : "reference", RefusedOnly ? "refused" : null, Before is null ? null : "further",
    }.OfType<string>());

    public override string ToString() => nameof(AuditQuestion);
}

/// <summary>One page of entries, the newest first, and where the next one begins; null when there is none.</summary>
public sealed record AuditPage(IReadOnlyList<AuditHit> Entries, long? Next)
{
    public override string ToString() => nameof(AuditPage);
}

/// <summary>One entry with the sign-in name of who acted. It holds opaque references and closed words, and nothing of a member (C11).</summary>
public sealed record AuditHit(AuditRecord Record, string? UserName)
{
    public override string ToString() => nameof(AuditHit);
}
