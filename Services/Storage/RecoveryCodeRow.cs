namespace PrivacyPortal.Services.Storage;

/// <summary>One unused recovery code, as a digest. A used one is gone.</summary>
public sealed class RecoveryCodeRow
{
    public required string AccountId { get; init; }

    /// <summary>SHA-256 over the account's id and the code; the code has 118 random bits, so that a fast digest is enough.</summary>
    public required byte[] Digest { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}
