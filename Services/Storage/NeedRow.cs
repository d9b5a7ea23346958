using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Storage;

/// <summary>A need as it is kept. Only its end ever changes, and only to an earlier one or, for a panel, to the next check.</summary>
public sealed class NeedRow
{
    public required string Id { get; init; }

    public required NeedKind Kind { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The Patient id.</summary>
    public required string Subject { get; init; }

    public required PurposeOfUse Purpose { get; init; }

    public required Categories Categories { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; set; }

    public required string EstablishedBy { get; init; }

    /// <summary>A case's id, or type and id of a resource.</summary>
    public string? EvidenceRef { get; init; }

    /// <summary><c>Practitioner/{id}</c> on whose behalf.</summary>
    public string? OnBehalfOf { get; init; }
}
