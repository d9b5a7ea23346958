using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Care;

/// <summary>A problem or diagnosis, from <c>Condition</c>.</summary>
public sealed record Condition(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public Coded? Name { get; init; }

    public Coded? ClinicalStatus { get; init; }

    public Coded? Verification { get; init; }

    public TimeRange Onset { get; init; }

    /// <summary>Onset in words or as an age, where the source gives no date.</summary>
    public string? OnsetWords { get; init; }

    public PartialDate? Ended { get; init; }

    public PartialDate? Recorded { get; init; }

    /// <summary>The id of the visit that it belongs to, when the source says so. For keys in memory.</summary>
    public string? VisitId { get; init; }
}
