namespace PrivacyPortal.Services.Storage;

/// <summary>One version of the rules: whose, when and why by a closed code. Its cells are <see cref="RuleCellRow"/>s and never change.</summary>
public sealed class RuleVersionRow
{
    public required int Version { get; init; }

    /// <summary>The version it was written against; when another is in force by then, it can no longer be approved.</summary>
    public required int BasedOn { get; init; }

    public required RuleChangeReason Reason { get; init; }

    /// <summary>The account that proposed it; <c>setup</c> for the starter rules.</summary>
    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required RuleState State { get; set; }

    /// <summary>The second person, when one was asked for.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When it came into force or was turned down.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    public List<RuleCellRow> Cells { get; init; } = [];
}

/// <summary>Where a version stands.</summary>
public enum RuleState
{
    /// <summary>Waits for a second person.</summary>
    Proposed,
    InForce,
    Superseded,
    TurnedDown,
}

/// <summary>Why the rules were changed.</summary>
public enum RuleChangeReason
{
    Starter,
    DutiesChanged,
    LawChanged,
    FoundTooWide,
    FoundTooNarrow,
    Review,
}
