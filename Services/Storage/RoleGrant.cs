using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Storage;

/// <summary>A role that an account holds, and who gave it when.</summary>
public sealed class RoleGrant
{
    public required string AccountId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The account that gave it; <c>setup</c> for those made at the command line.</summary>
    public required string GrantedBy { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}
