namespace PrivacyPortal.Services.Storage;

/// <summary>A record too close to an account for it to be opened at work, as declared to the plan.</summary>
public sealed class RecordTieRow
{
    public required string AccountId { get; init; }

    public required string Subject { get; init; }

    public required RecordTie Tie { get; init; }
}

/// <summary>How close.</summary>
public enum RecordTie
{
    /// <summary>It is the person's own.</summary>
    Own,
    Relative,
}
