namespace PrivacyPortal.Services.Audit;

/// <summary>Whether the log is what it was and is being signed. Red is for an operator to look at at once: the portal is not ready while it lasts.</summary>
public sealed class AuditHealth
{
    /// <summary>What is wrong with the log; nothing is signed from then on.</summary>
    public AuditFinding? Finding { get; private set; }

    /// <summary>The last attempt to sign failed: the key or the checkpoint folder cannot be used, or the store cannot be read.</summary>
    public bool CannotSign { get; private set; }

    /// <summary>How many entries the newest checkpoint covers, and when it was made sure that nothing is left to sign.</summary>
    public (long Size, DateTimeOffset At)? Newest { get; private set; }

    public bool Green => Finding is null && !CannotSign;

    internal void Good(long size, DateTimeOffset at) => (CannotSign, Newest) = (false, (size, at));

    internal void Changed(AuditFinding finding) => Finding = finding;

    internal void Failed() => CannotSign = true;
}
