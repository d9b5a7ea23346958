namespace PrivacyPortal.Services.Storage;

/// <summary>A signed-in session as the server knows it. The cookie carries a key; the row holds only the key's digest.</summary>
public sealed class SessionRow
{
    /// <summary>SHA-256 of the cookie's key, in hex.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The account's security stamp when the session began, or when this session changed it; another stamp later means the session is over.</summary>
    public required string Stamp { get; set; }

    /// <summary>What kind of browser began it: a word of a closed set, never the browser's own text.</summary>
    public BrowserKind Browser { get; init; }

    /// <summary>What kind of device it runs on.</summary>
    public DeviceKind Device { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the password was last given in this session: a change of second factors wants that to be fresh.</summary>
    public DateTimeOffset PasswordAt { get; set; }

    /// <summary>When the second factor was given; null while it is owed, or when the account has and needs none.</summary>
    public DateTimeOffset? SecondFactorAt { get; init; }

    public DateTimeOffset LastUsedAt { get; set; }

    /// <summary>The version of the statement under which the person stayed; null until then (C20).</summary>
    public string? StatementVersion { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public SessionEnd? Ended { get; set; }
}
