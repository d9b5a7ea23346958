using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// A signed statement of how long the log was at a time and what its root was: C2SP tlog-checkpoint text, an empty line, and an em-dash line with the
/// ECDSA P-256 signature (DER, SHA-256) over the text. Whoever has one can tell whether a later log still holds everything it covers.
/// </summary>
internal sealed record Checkpoint(string Origin, long Size, byte[] Root, string Time, byte[] Signature)
{
    private const string Prefix = "cp-";
    private const string Dash = "\u2014 ";

    /// <summary><c>cp-000000001000</c>: sorts by size.</summary>
    internal string FileName => FileNameOf(Size);

    internal static string FileNameOf(long size) => Prefix + size.ToString("D12", CultureInfo.InvariantCulture);

    internal static bool IsFileName(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    internal static Checkpoint Sign(string origin, long size, byte[] root, DateTimeOffset time, CheckpointKey key)
    {
        var unsigned = new Checkpoint(origin, size, root, AuditJson.Say(time), []);
        return unsigned with { Signature = key.Sign(unsigned.Body()) };
    }

    /// <summary>Reads what <see cref="Text"/> wrote; anything else gives null.</summary>
    internal static Checkpoint? Parse(byte[] text)
    {
        var lines = Encoding.UTF8.GetString(text).Split('\n');
        if (lines is not [{ Length: > 0 } origin, var sizeLine, var rootLine, var timeLine, "", var signatureLine, ""]
            || !long.TryParse(sizeLine, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !timeLine.StartsWith("time ", StringComparison.Ordinal)
            || !signatureLine.StartsWith(Dash + origin + " ", StringComparison.Ordinal))
            return null;
        var root = Bytes(rootLine);
        var signature = Bytes(signatureLine[(Dash.Length + origin.Length + 1)..]);
        if (root is not { Length: AuditHash.Size } || signature is null)
            return null;
        var read = new Checkpoint(origin, size, root, timeLine[5..], signature);
        // one meaning, one spelling: no leading zero, no second form of base64
        return read.Text().AsSpan().SequenceEqual(text) ? read : null;
    }

    /// <summary>What is signed.</summary>
    internal byte[] Body() => Encoding.UTF8.GetBytes($"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(Root)}\ntime {Time}\n");

    /// <summary>The whole file.</summary>
    internal byte[] Text() => [.. Body(), .. Encoding.UTF8.GetBytes($"\n{Dash}{Origin} {Convert.ToBase64String(Signature)}\n")];

    internal bool IsSignedBy(ECDsa publicKey) =>
        publicKey.VerifyData(Body(), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
