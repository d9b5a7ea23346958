using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Results;

/// <summary>A laboratory result, vital sign or answer, from <c>Observation</c>.</summary>
public sealed record Observation(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public Coded? Name { get; init; }

    /// <summary>Categories as coded: <c>laboratory</c>, <c>vital-signs</c>, <c>survey</c>, ...</summary>
    public IReadOnlyList<Coded> Categories { get; init; } = [];

    /// <summary><c>final</c>, <c>preliminary</c>, <c>amended</c>, <c>entered-in-error</c>, ...</summary>
    public string? Status { get; init; }

    public TimeRange Taken { get; init; }

    /// <summary>The id of the visit that it belongs to, when the source says so. For keys in memory.</summary>
    public string? VisitId { get; init; }

    public ObservedValue? Value { get; init; }

    public IReadOnlyList<Coded> Interpretations { get; init; } = [];

    /// <summary>Reference ranges in words, as given.</summary>
    public IReadOnlyList<string> ReferenceRanges { get; init; } = [];

    /// <summary>Parts of a panel, such as the two of a blood pressure.</summary>
    public IReadOnlyList<ObservedPart> Parts { get; init; } = [];
}
