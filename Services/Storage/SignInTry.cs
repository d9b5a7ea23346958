namespace PrivacyPortal.Services.Storage;

/// <summary>Consecutive wrong tries for one sign-in name, whether an account of that name exists or not.</summary>
public sealed class SignInTry
{
    /// <summary>A keyed digest of the name that was typed: the table lists no names.</summary>
    public required string NameDigest { get; init; }

    public int Failures { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>No password is accepted before this moment.</summary>
    public DateTimeOffset? NotBefore { get; set; }
}
