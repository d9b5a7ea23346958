using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Storage;

/// <summary>A privileged role that waits for a second person.</summary>
public sealed class RoleProposalRow
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required Role Role { get; init; }

    public required string OwnerId { get; init; }

    public required DateTimeOffset RenewBy { get; init; }

    public required RoleReason Reason { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public bool? Approved { get; set; }
}
