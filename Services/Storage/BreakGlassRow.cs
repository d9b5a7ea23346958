namespace PrivacyPortal.Services.Storage;

/// <summary>The other half of an emergency need: why, by a closed code, and what the second person found.</summary>
public sealed class BreakGlassRow
{
    public required string NeedId { get; init; }

    public required EmergencyReason Reason { get; init; }

    public required DateTimeOffset ReviewBy { get; init; }

    public string? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    public EmergencyReview? Outcome { get; set; }
}

/// <summary>Why the glass was broken.</summary>
public enum EmergencyReason
{
    EmergencyDepartment,
    Unconscious,
    UrgentMedicationQuestion,
    CoveringColleague,
    Disaster,
}

/// <summary>What the review found.</summary>
public enum EmergencyReview
{
    Justified,
    NotJustified,
    Referred,
}
