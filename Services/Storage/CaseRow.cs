namespace PrivacyPortal.Services.Storage;

/// <summary>A piece of work about one member, assigned to one account. Access ends with it.</summary>
public sealed class CaseRow
{
    public required string Id { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>The Patient id.</summary>
    public required string Subject { get; init; }

    public required string AssigneeId { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }
}

/// <summary>What a case is for.</summary>
public enum CaseKind
{
    Claims,
    Support,
    CareManagement,
    PrivacyReview,
}
