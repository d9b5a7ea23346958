namespace PrivacyPortal.Services.Audit;

/// <summary>Proof that a tree is an older one with entries added and nothing else changed (RFC 9162, 2.1.4).</summary>
internal static class ConsistencyProof
{
    /// <summary>The proof from the first <paramref name="older"/> entries to the first <paramref name="size"/>, in one pass over the leaf hashes.</summary>
    internal static IReadOnlyList<byte[]> Between(long older, long size, IEnumerable<byte[]> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(older, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(older, size);
        var proof = new List<byte[]>();
        using var stream = leaves.GetEnumerator();
        Part(older, size, whole: true, proof, stream);
        return proof;
    }

    /// <summary>Whether the tree of <paramref name="size"/> and <paramref name="root"/> extends the older one.</summary>
    internal static bool Holds(long older, byte[] olderRoot, long size, byte[] root, IReadOnlyList<byte[]> proof)
    {
        if (older == size)
            return proof.Count == 0 && olderRoot.AsSpan().SequenceEqual(root);
        if (older < 1 || older > size || proof.Count == 0)
            return false;
        // an older tree that is perfect is itself the first node of the proof
        IReadOnlyList<byte[]> path = (older & (older - 1)) == 0 ? [olderRoot, .. proof] : proof;
        var (node, last) = (older - 1, size - 1);
        for (; (node & 1) == 1; node >>= 1)
            last >>= 1;
        var (before, after) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                (before, after) = (AuditHash.Node(hash, before), AuditHash.Node(hash, after));
                for (; (node & 1) == 0 && node != 0; node >>= 1)
                    last >>= 1;
            }
            else
            {
                after = AuditHash.Node(after, hash);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && before.AsSpan().SequenceEqual(olderRoot) && after.AsSpan().SequenceEqual(root);
    }

    private static void Part(long older, long size, bool whole, List<byte[]> proof, IEnumerator<byte[]> leaves)
    {
        if (older == size)
        {
            var root = MerkleSplit.RootOfNext(size, leaves);
            if (!whole)
                proof.Add(root);
            return;
        }
        var half = MerkleSplit.Left(size);
        if (older <= half)
        {
            Part(older, half, whole, proof, leaves);
            proof.Add(MerkleSplit.RootOfNext(size - half, leaves));
            return;
        }
        var left = MerkleSplit.RootOfNext(half, leaves);
        Part(older - half, size - half, whole: false, proof, leaves);
        proof.Add(left);
    }
}
