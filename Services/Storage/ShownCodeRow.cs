namespace PrivacyPortal.Services.Storage;

/// <summary>The code that an account shows to a member at this moment: only its digest, and until when it is good. One for each account, good once.</summary>
public sealed class ShownCodeRow
{
    public required string AccountId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required string Digest { get; set; }

    public required DateTimeOffset Until { get; set; }
}
