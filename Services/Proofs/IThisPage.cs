namespace PrivacyPortal.Services.Proofs;

/// <summary>The connection over which the page now being answered came, as this server sees it (C10). Null or empty where it cannot see it.</summary>
public interface IThisPage
{
    PageConnection Read();
}

/// <summary>What a reader can compare with what the browser shows.</summary>
public sealed record PageConnection
{
    /// <summary>Scheme, host and port as the request names them.</summary>
    public required string Origin { get; init; }

    /// <summary>The hosts that the settings name.</summary>
    public required IReadOnlyList<string> ExpectedHosts { get; init; }

    public required bool HostIsExpected { get; init; }

    /// <summary>SHA-256 of the certificate that this connection was answered with, in pairs of hex.</summary>
    public string? Fingerprint { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>Such as <c>TLS 1.3</c>.</summary>
    public string? Protocol { get; init; }

    public string? Cipher { get; init; }

    /// <summary>Such as <c>HTTP/2</c>.</summary>
    public required string Http { get; init; }
}
