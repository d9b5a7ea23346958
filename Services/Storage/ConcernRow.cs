namespace PrivacyPortal.Services.Storage;

/// <summary>A concern as the portal keeps it: its number, state and clock, and where in the record system its words are. No word of it is here (C11, C14, C22).</summary>
public sealed class ConcernRow
{
    /// <summary>The number that the member is given.</summary>
    public required string Number { get; init; }

    /// <summary>The account that raised it; null when nobody was signed in.</summary>
    public string? AccountId { get; init; }

    /// <summary>The Patient id of who raised it.</summary>
    public string? Subject { get; init; }

    /// <summary>Type and id of the resource that holds its words.</summary>
    public required string Reference { get; init; }

    /// <summary>Whether it wants to be looked into or only to be heard.</summary>
    public ConcernKind Kind { get; init; }

    /// <summary>The clause of the statement that it is about: 12 for C12.</summary>
    public int? Clause { get; init; }

    /// <summary>SHA-256 of the random word by which someone who was not signed in finds the answer.</summary>
    public string? LookUpDigest { get; init; }

    /// <summary>The first and the last place in the audit that it is about.</summary>
    public long? FirstEntry { get; init; }

    public long? LastEntry { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset AnswerBy { get; init; }

    public ConcernState State { get; set; }

    /// <summary>The review case under which its words are read.</summary>
    public string? CaseId { get; set; }

    /// <summary>The officer whose work it is, when it is about nobody's record: a visitor's.</summary>
    public string? TakenBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>Type and id of the resource that holds the answer.</summary>
    public string? AnswerReference { get; set; }
}

/// <summary>What someone wants of the plan with what they wrote.</summary>
public enum ConcernKind
{
    Concern,
    Comment,
}

/// <summary>How far a concern has come.</summary>
public enum ConcernState
{
    Raised,
    InReview,
    Answered,
}
