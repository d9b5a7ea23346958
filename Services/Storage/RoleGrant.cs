using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Storage;

/// <summary>A role that an account holds, and who gave it when.</summary>
public sealed class RoleGrant
{
    public required string AccountId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The account that gave it; <c>setup</c> for those made at the command line.</summary>
    public required string GrantedBy { get; set; }

    public required DateTimeOffset GrantedAt { get; set; }

    /// <summary>Why it was given or last renewed; null for those made at setup.</summary>
    public RoleReason? Reason { get; set; }

    /// <summary>The account that answers for it and renews it; null for a role that needs no renewal.</summary>
    public string? OwnerId { get; set; }

    /// <summary>From this moment the role counts no more, unless it is renewed; null never lapses.</summary>
    public DateTimeOffset? RenewBy { get; set; }
}
