namespace PrivacyPortal.Services.Storage;

/// <summary>One second factor of an account: an authenticator application or a passkey. No name that anyone typed: where it is, is one of a closed set (C11).</summary>
public sealed class SecondFactorRow
{
    /// <summary>A random id.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required SecondFactorKind Kind { get; init; }

    public SecondFactorPlace Place { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>An authenticator's key, encrypted before it came here with a key that is outside the store; null for a passkey.</summary>
    public byte[]? SealedSecret { get; init; }

    /// <summary>The authenticator's last 30-second step that was used: no code works twice. Of two uses at once, one wins.</summary>
    public long LastStep { get; set; }

    /// <summary>A passkey's credential id; null for an authenticator.</summary>
    public byte[]? CredentialId { get; init; }

    /// <summary>A passkey's public key.</summary>
    public byte[]? PublicKey { get; init; }

    /// <summary>What a passkey's own counter said last; many always say 0.</summary>
    public long SignCount { get; set; }

    public bool UserVerified { get; set; }

    public bool BackupEligible { get; init; }

    public bool BackedUp { get; set; }
}

/// <summary>What a second factor is.</summary>
public enum SecondFactorKind
{
    /// <summary>An application that shows six digits, new every 30 seconds (RFC 6238).</summary>
    Authenticator,

    /// <summary>A key pair that stays in a device or key (WebAuthn).</summary>
    Passkey,
}

/// <summary>What a person may call a factor. A closed set: a typed name could hold anything.</summary>
public enum SecondFactorPlace
{
    Phone,
    Tablet,
    Computer,
    SecurityKey,
    PasswordManager,
    SomethingElse,
}
