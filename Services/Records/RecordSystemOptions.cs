using System.Globalization;

namespace PrivacyPortal.Services.Records;

/// <summary>Where the plan's record system is and how the portal is known to it. From <c>Records:*</c>.</summary>
public sealed class RecordSystemOptions
{
    public const string Section = "Records";

    /// <summary>The FHIR base address: absolute, https, no query (C9).</summary>
    public string BaseUrl { get; set; } = "";

    public RecordSystemAuth Auth { get; set; } = new();

    /// <summary>The SHA-256 of the record system's certificate, in hex. When set, this certificate is trusted and no other; when empty, the usual validation holds.</summary>
    public string? PinnedCertificateSha256 { get; set; }

    /// <summary>How long one section of a record may take, all its pages together.</summary>
    public int TimeoutSeconds { get; set; } = 8;

    /// <summary>Pages of one list that are read before it is said to be cut off.</summary>
    public int MaxPages { get; set; } = 100;

    /// <summary>An answer that is larger is not read.</summary>
    public int MaxBytesPerAnswer { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Search by GET, for a server without <c>POST _search</c>. Off, because a GET puts the member's id into that server's access log; there is no
    /// automatic way back to it, so that no error on the road can cause it.
    /// </summary>
    public bool SearchByGet { get; set; }

    /// <summary>Every setting that is wrong, as one message each; no message repeats a value.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            yield return "Records:BaseUrl must be an absolute https address without user, query or fragment.";
        foreach (var problem in Auth.Problems())
            yield return problem;
        if (!string.IsNullOrWhiteSpace(PinnedCertificateSha256) && Pin() is null)
            yield return "Records:PinnedCertificateSha256 must be 64 hexadecimal digits, or empty.";
        if (TimeoutSeconds is < 1 or > 120)
            yield return "Records:TimeoutSeconds must be 1 to 120.";
        if (MaxPages is < 1 or > 10_000)
            yield return "Records:MaxPages must be 1 to 10000.";
        if (MaxBytesPerAnswer is < 1024 or > 256 * 1024 * 1024)
            yield return string.Create(CultureInfo.InvariantCulture, $"Records:MaxBytesPerAnswer must be 1024 to {256 * 1024 * 1024}.");
    }

    /// <summary>The pinned digest; null when there is none, or when it is no digest.</summary>
    internal byte[]? Pin()
    {
        var digits = PinnedCertificateSha256?.Replace(":", "", StringComparison.Ordinal).Trim();
        return digits is { Length: 64 } && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }
}
