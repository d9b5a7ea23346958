namespace PrivacyPortal.Services.Storage;

/// <summary>Wrong tries counted together: those for one sign-in name, from one source, from one known device, or in one account's change of password.</summary>
public sealed class ThrottleLane
{
    /// <summary>A keyed digest of what is counted: the table lists no names, no addresses and no devices.</summary>
    public required string Digest { get; init; }

    /// <summary>Passwords that were looked at and wrong, in a row.</summary>
    public int Failures { get; set; }

    /// <summary>When the first of them was.</summary>
    public DateTimeOffset Since { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>No password is looked at before this moment.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>No password is looked at until a new one is assigned or chosen. Such a lane is never purged.</summary>
    public bool Closed { get; set; }
}
