using System.Security.Cryptography;

namespace PrivacyPortal.Services.Audit;

/// <summary>The hashes of an RFC 9162 Merkle tree.</summary>
internal static class AuditHash
{
    /// <summary>SHA-256 over 0x00 and the entry's bytes.</summary>
    internal static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData([0]);
        sha.AppendData(entry);
        return sha.GetHashAndReset();
    }
}
