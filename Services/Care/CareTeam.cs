using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Care;

/// <summary>The people who look after the member, from <c>CareTeam</c>.</summary>
public sealed record CareTeam(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public string? Name { get; init; }

    public string? Status { get; init; }

    public TimeRange Period { get; init; }

    /// <summary>Role and name of each participant other than the member.</summary>
    public IReadOnlyList<(Coded? Role, string? Name)> Participants { get; init; } = [];
}
