namespace PrivacyPortal.Services.Storage;

/// <summary>A browser in which the account has signed in. It has tries of its own, so that a stranger's wrong ones do not lock it out.</summary>
public sealed class KnownDevice
{
    /// <summary>SHA-256 of the random id in the browser's cookie, in hex.</summary>
    public required string Digest { get; init; }

    public required string AccountId { get; init; }

    public DateTimeOffset LastUsedAt { get; set; }
}
