namespace PrivacyPortal.Services.Audit;

/// <summary>Proof that one entry stands in a tree of a known root (RFC 9162, 2.1.3): log2 n hashes.</summary>
internal static class InclusionProof
{
    /// <summary>The proofs of several entries, in one pass over the leaf hashes: memory grows with what is asked for, not with the log.</summary>
    internal static IReadOnlyDictionary<long, List<byte[]>> For(IEnumerable<long> indices, long size, IEnumerable<byte[]> leaves)
    {
        long[] wanted = [.. indices.Distinct().Order()];
        if (wanted.Length > 0 && (wanted[0] < 0 || wanted[^1] >= size))
            throw new ArgumentOutOfRangeException(nameof(indices));
        var proofs = wanted.ToDictionary(index => index, _ => new List<byte[]>());
        using var stream = leaves.GetEnumerator();
        if (wanted.Length > 0)
            Hash(0, size, wanted, proofs, stream);
        return proofs;
    }

    /// <summary>Whether <paramref name="leafHash"/> is entry <paramref name="index"/> of the tree with this size and root.</summary>
    internal static bool Holds(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size)
            return false;
        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in proof)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = AuditHash.Node(sibling, hash);
                for (; (node & 1) == 0 && node != 0; node >>= 1)
                    last >>= 1;
            }
            else
            {
                hash = AuditHash.Node(hash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    private static byte[] Hash(long start, long size, ReadOnlySpan<long> wanted, Dictionary<long, List<byte[]>> proofs, IEnumerator<byte[]> leaves)
    {
        if (wanted.IsEmpty)
            return MerkleSplit.RootOfNext(size, leaves);
        if (size == 1)
            return MerkleSplit.Next(leaves);
        var half = MerkleSplit.Left(size);
        var inLeft = 0;
        while (inLeft < wanted.Length && wanted[inLeft] < start + half)
            inLeft++;
        var left = Hash(start, half, wanted[..inLeft], proofs, leaves);
        var right = Hash(start + half, size - half, wanted[inLeft..], proofs, leaves);
        foreach (var index in wanted[..inLeft])
            proofs[index].Add(right);
        foreach (var index in wanted[inLeft..])
            proofs[index].Add(left);
        return AuditHash.Node(left, right);
    }
}
