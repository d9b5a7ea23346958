namespace PrivacyPortal.Services.Audit;

/// <summary>An entry that has its place and time in the log.</summary>
public sealed record AuditRecord(long Sequence, DateTimeOffset At, AuditEntry Entry)
{
    public override string ToString() => nameof(AuditRecord);
}
