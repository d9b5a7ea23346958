using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Care;

/// <summary>An allergy or intolerance, from <c>AllergyIntolerance</c>.</summary>
public sealed record Allergy(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public Coded? Name { get; init; }

    public Coded? ClinicalStatus { get; init; }

    public Coded? Verification { get; init; }

    /// <summary><c>low</c>, <c>high</c>, <c>unable-to-assess</c>.</summary>
    public string? Criticality { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<Coded> Reactions { get; init; } = [];

    public PartialDate? Recorded { get; init; }
}
