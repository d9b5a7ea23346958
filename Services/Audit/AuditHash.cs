using System.Security.Cryptography;

namespace PrivacyPortal.Services.Audit;

/// <summary>The hashes of an RFC 9162 Merkle tree.</summary>
internal static class AuditHash
{
    internal const int Size = SHA256.HashSizeInBytes;
    private const int OnStack = 1024;

    /// <summary>SHA-256 over 0x00 and the entry's bytes.</summary>
    internal static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        var hash = new byte[Size];
        Leaf(entry, hash);
        return hash;
    }

    /// <inheritdoc cref="Leaf(ReadOnlySpan{byte})"/>
    internal static void Leaf(ReadOnlySpan<byte> entry, Span<byte> hash)
    {
        var bytes = entry.Length < OnStack ? stackalloc byte[OnStack] : new byte[entry.Length + 1];
        bytes[0] = 0;
        entry.CopyTo(bytes[1..]);
        SHA256.HashData(bytes[..(entry.Length + 1)], hash);
    }

    /// <summary>SHA-256 over 0x01 and both children.</summary>
    internal static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Size];
        Node(left, right, hash);
        return hash;
    }

    /// <inheritdoc cref="Node(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    internal static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[1 + 2 * Size];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Size)..]);
        SHA256.HashData(bytes, hash);
    }
}
