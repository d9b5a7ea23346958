using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Care;

/// <summary>Something that was done, from <c>Procedure</c>.</summary>
public sealed record Procedure(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public Coded? Name { get; init; }

    public string? Status { get; init; }

    public TimeRange Performed { get; init; }

    /// <summary>The id of the visit that it belongs to, when the source says so. For keys in memory.</summary>
    public string? VisitId { get; init; }
}
