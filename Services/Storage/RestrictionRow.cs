using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Storage;

/// <summary>What a member asked to be kept closed, from when, and when the member lifted it.</summary>
public sealed class RestrictionRow
{
    public required string Id { get; init; }

    public required string Subject { get; init; }

    public string? AccountId { get; init; }

    public Role? Role { get; init; }

    public required Categories Categories { get; init; }

    /// <summary>The sensitive labels that are closed in every category.</summary>
    public Sensitivity Labels { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }
}
