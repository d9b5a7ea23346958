using System.Numerics;

namespace PrivacyPortal.Services.Audit;

/// <summary>How RFC 9162 divides a tree: the left half is the largest power of two smaller than the whole.</summary>
internal static class MerkleSplit
{
    internal static long Left(long size) => (long)BitOperations.RoundUpToPowerOf2((ulong)size) / 2;

    /// <summary>The root over the next <paramref name="size"/> leaves of a stream.</summary>
    internal static byte[] RootOfNext(long size, IEnumerator<byte[]> leaves)
    {
        var tree = new MerkleFrontier();
        for (var i = 0L; i < size; i++)
            tree.Add(Next(leaves));
        return tree.Root();
    }

    internal static byte[] Next(IEnumerator<byte[]> leaves) =>
        leaves.MoveNext() ? leaves.Current : throw new InvalidOperationException("The log is shorter than the tree asked for.");
}
