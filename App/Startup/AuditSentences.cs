using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.App.Startup;

/// <summary>One finding about the log as one sentence for whoever verifies it.</summary>
internal static class AuditSentences
{
    internal static string Say(AuditFinding finding) => finding.Fault switch
    {
        AuditFault.Malformed => $"{Rows(finding)} is not in the form that the log writes.",
        AuditFault.OutOfPlace => $"{Rows(finding)} is not the one that belongs there: rows were removed, inserted or moved.",
        AuditFault.Changed => $"{Rows(finding)} is not the one that the next row names.",
        AuditFault.HashDiffers => $"{Rows(finding)} was changed: its stored hash is another.",
        AuditFault.TimeWentBack => $"{Rows(finding)} is older than the one before it.",
        AuditFault.NotWhatWasSigned => $"{Rows(finding)} is where the first difference lies: up to there the log is not what was signed.",
        AuditFault.Truncated => $"The log ends before row {finding.LastRow}, and more than that was signed. {Rows(finding)} is where the first difference lies.",
        AuditFault.CheckpointMalformed => $"Checkpoint {finding.Checkpoint} cannot be read as one.",
        AuditFault.CheckpointForged => $"Checkpoint {finding.Checkpoint} is not signed by this key, or is of another log.",
        AuditFault.NoCheckpoint => "There is no checkpoint: nothing is signed.",
    };

    private static string Rows(AuditFinding finding) => finding.Row == finding.LastRow ? $"Row {finding.Row}" : $"One of the rows {finding.Row} to {finding.LastRow}";
}
