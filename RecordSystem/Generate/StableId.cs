using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>Ids that look like a server's and are the same in every run with the same seed.</summary>
internal static class StableId
{
    public static string Of(FormattableString what) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(what))).AsSpan(0, 16), bigEndian: true).ToString();
}
