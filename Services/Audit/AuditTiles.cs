using System.Data.Common;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// What the signer remembers of the log it has verified: a root for every 1,024 rows, in memory and so out of the reach of whoever writes the database.
/// At each signing some of the old rows are read again and compared; in the course of a day all of them are, many times.
/// </summary>
internal sealed class AuditTiles
{
    internal const int Rows = 1024;
    private const int TilesAtOnce = 32;

    private readonly List<byte[]> full = [];
    private MerkleFrontier last = new();
    private int next;

    internal void Add(ReadOnlySpan<byte> leaf)
    {
        last.Add(leaf);
        if (last.Size < Rows)
            return;
        full.Add(last.Root());
        last = new();
    }

    /// <summary>The first row of a tile that is not what it was; null when none of those read again differs. Of the first <paramref name="retirable"/> the entry may be gone.</summary>
    internal long? FirstChanged(DbConnection connection, long retirable)
    {
        var tiles = Enumerable.Range(0, Math.Min(TilesAtOnce, full.Count)).Select(_ => next++ % full.Count).ToList();
        foreach (var tile in tiles)
        {
            if (!Same(connection, tile, Rows, full[tile], retirable))
                return (long)tile * Rows;
        }
        return Same(connection, full.Count, last.Size, last.Root(), retirable) ? null : (long)full.Count * Rows;
    }

    private static bool Same(DbConnection connection, int tile, long rows, byte[] root, long retirable)
    {
        var tree = new MerkleFrontier();
        foreach (var (sequence, entry, leaf) in StoredAudit.Rows(connection, (long)tile * Rows, rows))
            tree.Add(sequence < retirable && RetiredEntries.Is(entry) ? leaf : AuditHash.Leaf(entry));
        return tree.Root().AsSpan().SequenceEqual(root);
    }
}
