namespace PrivacyPortal.Services.Storage;

/// <summary>A call that someone asked for because the password is forgotten. The number to call stands in the record, not here (C11).</summary>
public sealed class CallRequestRow
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Three words of a fixed list that were shown to whoever asked: the caller proves to be the plan by saying them.</summary>
    public required string Words { get; init; }

    /// <summary>When the desk took it up.</summary>
    public DateTimeOffset? TakenAt { get; set; }
}
