using System.Security.Cryptography;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Verifies a log row by row in constant memory: form, place, chain, time, and the root at every checkpoint. Rows are given in order; it stops at the
/// first bad one. A log that still grows can be given more rows later: the signer does.
/// </summary>
/// <remarks>
/// An edited row is known by the next row, which names its hash; whether that or the next one was changed, the one after tells. So a broken link is
/// judged one row later, and so is a root that differs.
/// </remarks>
[Enforces(Clauses.Proactive)]
internal sealed class AuditCheck
{
    private readonly List<AuditFinding> findings = [];
    private readonly List<(long Size, string Time)> signed;
    private readonly Queue<Checkpoint> ahead;
    private readonly int checkpoints;
    private readonly byte[] leaf = new byte[AuditHash.Size];
    private readonly byte[] hex = new byte[2 * AuditHash.Size];
    private readonly byte[] hexBefore = new byte[2 * AuditHash.Size];
    private byte[] time = [];
    private AuditFinding? unsigned;
    private bool brokenLink;
    private bool bad;
    private bool kept;

    /// <summary>Takes only checkpoints that the key signed, all of one log; the others become findings.</summary>
    internal AuditCheck(IEnumerable<(string Name, Checkpoint? Checkpoint)> files, ECDsa publicKey)
    {
        hex.AsSpan().Fill((byte)'0');
        var good = new SortedList<long, Checkpoint>();
        string? origin = null;
        foreach (var (name, checkpoint) in files)
        {
            checkpoints++;
            if (checkpoint is null)
                findings.Add(AuditFinding.In(AuditFault.CheckpointMalformed, name));
            else if (!checkpoint.IsSignedBy(publicKey) || checkpoint.Origin != (origin ??= checkpoint.Origin)
                || (good.TryGetValue(checkpoint.Size, out var other) && !other.Root.AsSpan().SequenceEqual(checkpoint.Root)))
                findings.Add(AuditFinding.In(AuditFault.CheckpointForged, name));
            else
                good[checkpoint.Size] = checkpoint;
        }
        ahead = new(good.Values);
        signed = [.. good.Values.Select(checkpoint => (checkpoint.Size, checkpoint.Time))];
    }

    /// <summary>Rows taken so far.</summary>
    internal MerkleFrontier Tree { get; } = new();

    /// <summary>The size of the newest checkpoint whose root matched.</summary>
    internal long Covered { get; private set; }

    /// <summary>The hash of the last row taken.</summary>
    internal ReadOnlySpan<byte> LastLeaf => leaf;

    /// <summary>How many rows, from the first, may stand without their entry: those that a checkpoint covers which was signed six years ago or earlier.</summary>
    internal long Retirable(DateTimeOffset now)
    {
        var before = AuditJson.Say(RetiredEntries.Before(now));
        return signed.Where(one => string.CompareOrdinal(one.Time, before) <= 0).Select(one => one.Size).DefaultIfEmpty().Max();
    }

    /// <summary>Takes the next row; false once a bad one was found.</summary>
    internal bool Add(ReadOnlySpan<byte> line)
    {
        if (bad)
            return false;
        var row = Tree.Size;
        if (unsigned is { LastRow: { } until } && !brokenLink && row > until + 1)
            return Bad(unsigned); // the chain had its chance to name the row
        if (!AuditLine.TryRead(line, out var read))
            return Bad(AuditFault.Malformed, brokenLink ? row - 2 : row);
        var linked = read.Previous.SequenceEqual(hex);
        if (brokenLink)
            return Bad(AuditFault.Changed, linked && row - 2 >= Covered ? row - 2 : row - 1);
        if (read.Sequence != row)
        {
            // a row that rightly follows the last but one: the last one was put before it
            var twice = row > 0 && read.Sequence == row - 1 && read.Previous.SequenceEqual(hexBefore);
            return Bad(AuditFault.OutOfPlace, twice ? row - 1 : row);
        }
        if (!linked && row == 0)
            return Bad(AuditFault.Changed, 0);
        (brokenLink, kept) = (!linked, true);
        if (!brokenLink && read.At.SequenceCompareTo(time) < 0)
            return Bad(AuditFault.TimeWentBack, row);
        if (!read.At.SequenceEqual(time))
            time = read.At.ToArray();
        AuditHash.Leaf(line, leaf);
        hex.CopyTo(hexBefore, 0);
        Convert.TryToHexStringLower(leaf, hex, out _);
        Tree.Add(leaf);
        CompareWithSigned();
        return true;
    }

    /// <summary>The same, for a row that is stored with its place and hash beside it; of the first <paramref name="retirable"/> the entry may be gone.</summary>
    internal bool Add(long sequence, ReadOnlySpan<byte> line, ReadOnlySpan<byte> storedLeaf, long retirable = 0)
    {
        var row = Tree.Size;
        if (bad || brokenLink)
            return Add(line);
        if (!kept && row < retirable && sequence == row && RetiredEntries.Is(line))
            return AddRetired(storedLeaf);
        if (sequence != row)
            return Bad(AuditFault.OutOfPlace, row);
        if (!AuditHash.Leaf(line).AsSpan().SequenceEqual(storedLeaf))
            return Bad(AuditFault.HashDiffers, row);
        return Add(line);
    }

    /// <summary>Another signer has been further: what comes has to be what it signed.</summary>
    internal void Expect(Checkpoint? other, ECDsa publicKey)
    {
        if (other is null || other.Size <= Math.Max(Tree.Size, signed.Select(one => one.Size).DefaultIfEmpty().Max()) || !other.IsSignedBy(publicKey))
            return;
        ahead.Enqueue(other);
        signed.Add((other.Size, other.Time));
    }

    /// <summary>A checkpoint that was signed for what was taken so far.</summary>
    internal void Signed(Checkpoint checkpoint)
    {
        signed.Add((checkpoint.Size, checkpoint.Time));
        Covered = checkpoint.Size;
    }

    /// <summary>What was found so far, with all rows given: also links left open and checkpoints that cover more.</summary>
    internal AuditReport Finish()
    {
        if (!bad && brokenLink)
            Bad(AuditFault.Changed, Tree.Size - 2 >= Covered ? Tree.Size - 2 : Tree.Size - 1, Tree.Size - 1);
        if (!bad && unsigned is not null)
            Bad(unsigned);
        if (!bad && ahead.Count > 0)
            Bad(AuditFault.Truncated, Covered, Tree.Size); // nothing vouches for the rows since the last root that matched either
        var all = checkpoints == 0 ? [.. findings, AuditFinding.In(AuditFault.NoCheckpoint, null)] : findings;
        return new(Tree.Size, checkpoints, Covered, [.. all]);
    }

    // what it said is in the archive; that it is the one which was signed, the root tells
    private bool AddRetired(ReadOnlySpan<byte> storedLeaf)
    {
        storedLeaf.CopyTo(leaf);
        hex.CopyTo(hexBefore, 0);
        Convert.TryToHexStringLower(leaf, hex, out _);
        Tree.Add(leaf);
        CompareWithSigned();
        return true;
    }

    private void CompareWithSigned()
    {
        if (brokenLink || unsigned is not null || !ahead.TryPeek(out var next) || next.Size != Tree.Size)
            return;
        if (next.Root.AsSpan().SequenceEqual(Tree.Root()))
            Covered = ahead.Dequeue().Size;
        else
            unsigned = AuditFinding.At(AuditFault.NotWhatWasSigned, Covered, Tree.Size - 1);
    }

    private bool Bad(AuditFault fault, long row, long? last = null) => Bad(AuditFinding.At(fault, row, last));

    private bool Bad(AuditFinding finding)
    {
        bad = true;
        findings.Add(finding);
        return false;
    }
}
