using System.Security.Cryptography;

namespace PrivacyPortal.Services.Notices;

/// <summary>The plan's mail relay. From <c>Smtp:*</c>; without a host no mail is sent. TLS is not an option: STARTTLS is required, or TLS from the first byte on port 465.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Smtp";

    /// <summary>The mail server that vital notices go out by; empty: none are mailed.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port for submission with STARTTLS.</summary>
    public int Port { get; set; } = 587;

    /// <summary>The portal's name there, when it asks for one.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The portal's password there.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender's address, such as <c>notices@plan.example</c>; answers to it should reach people.</summary>
    public string From { get; set; } = "";

    /// <summary>Trust the certificate with this SHA-256 and no other; empty: the usual validation.</summary>
    public string PinnedCertificateSha256 { get; set; } = "";

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    /// <summary>Every setting that is wrong, as one message each; none when there is no mail server.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IsSet)
            yield break;
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            yield return "Smtp:Host must be the name of the mail relay.";
        if (Port is < 1 or > 65535)
            yield return "Smtp:Port must be a port: 587 with STARTTLS, 465 with TLS from the first byte.";
        if (!MimeKit.MailboxAddress.TryParse(From, out var from) || from.Address != From.Trim() || !from.Address.Contains('@', StringComparison.Ordinal))
            yield return "Smtp:From must be one address, such as notices@plan.example.";
        if (string.IsNullOrEmpty(UserName) != string.IsNullOrEmpty(Password))
            yield return "Smtp:UserName and Smtp:Password belong together: both or neither.";
        if (PinnedCertificateSha256.Length > 0 && Pin().Length != SHA256.HashSizeInBytes)
            yield return "Smtp:PinnedCertificateSha256 must be 64 hexadecimal digits.";
    }

    internal byte[] Pin()
    {
        try
        {
            return Convert.FromHexString(PinnedCertificateSha256.Replace(":", "", StringComparison.Ordinal));
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
