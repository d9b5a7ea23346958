namespace PrivacyPortal.Services.Audit;

/// <summary>What is wrong with a log.</summary>
public enum AuditFault
{
    /// <summary>The row is not in the one form that the log writes.</summary>
    Malformed,

    /// <summary>Another row stands here than the one that belongs here: rows were removed, inserted or moved.</summary>
    OutOfPlace,

    /// <summary>The row is not the one that the next row names.</summary>
    Changed,

    /// <summary>The stored hash is not the row's.</summary>
    HashDiffers,

    /// <summary>The row is older than the one before it.</summary>
    TimeWentBack,

    /// <summary>The rows up to here are not the ones that were signed.</summary>
    NotWhatWasSigned,

    /// <summary>A checkpoint covers rows that are not there.</summary>
    Truncated,

    /// <summary>A checkpoint's file cannot be read as one.</summary>
    CheckpointMalformed,

    /// <summary>A checkpoint is not signed by the log's key, or is of another log.</summary>
    CheckpointForged,

    /// <summary>No checkpoint at all: nothing is signed.</summary>
    NoCheckpoint,
}

/// <summary>One thing that is wrong, and where: the first bad row, or the rows among which it is when only a root can tell, or the checkpoint.</summary>
public sealed record AuditFinding(AuditFault Fault, long? Row, long? LastRow, string? Checkpoint)
{
    internal static AuditFinding At(AuditFault fault, long row, long? last = null) => new(fault, row, last ?? row, null);

    internal static AuditFinding In(AuditFault fault, string? checkpoint) => new(fault, null, null, checkpoint);
}

/// <summary>The result of a verification. <paramref name="Covered"/> is how many rows, from the first, the newest matching checkpoint signs.</summary>
public sealed record AuditReport(long Entries, int Checkpoints, long Covered, IReadOnlyList<AuditFinding> Findings)
{
    public bool Passed => Findings.Count == 0;

    /// <summary>The first bad row; null when all rows are good or only checkpoints are bad.</summary>
    public AuditFinding? FirstBadRow => Findings.FirstOrDefault(finding => finding.Row is not null);
}
