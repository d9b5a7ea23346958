using System.Security.Cryptography;

namespace PrivacyPortal.Services.Audit;

/// <summary>The right edge of an RFC 9162 tree: one hash for each perfect subtree, at most 64. Enough to append and to know the root, whatever the size.</summary>
internal sealed class MerkleFrontier
{
    private readonly byte[] peaks = new byte[64 * AuditHash.Size];
    private int used;

    /// <summary>Leaves so far.</summary>
    internal long Size { get; private set; }

    internal void Add(ReadOnlySpan<byte> leafHash)
    {
        leafHash.CopyTo(Peak(used++));
        // a peak that has found its equal becomes one twice as high
        for (var size = ++Size; (size & 1) == 0; size >>= 1, used--)
            AuditHash.Node(Peak(used - 2), Peak(used - 1), Peak(used - 2));
    }

    /// <summary>The root over all leaves; SHA-256 of nothing for an empty tree.</summary>
    internal byte[] Root()
    {
        if (used == 0)
            return SHA256.HashData([]);
        var root = Peak(used - 1).ToArray();
        for (var next = used - 2; next >= 0; next--)
            AuditHash.Node(Peak(next), root, root);
        return root;
    }

    private Span<byte> Peak(int index) => peaks.AsSpan(index * AuditHash.Size, AuditHash.Size);
}
