using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Care;

/// <summary>A visit, from <c>Encounter</c>.</summary>
public sealed record Visit(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public Coded? Kind { get; init; }

    /// <summary>Class: ambulatory, emergency, inpatient, ...</summary>
    public Coded? Setting { get; init; }

    public string? Status { get; init; }

    public TimeRange Period { get; init; }

    public IReadOnlyList<Coded> Reasons { get; init; } = [];

    public string? Place { get; init; }

    public IReadOnlyList<string> With { get; init; } = [];
}
