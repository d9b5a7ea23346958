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

    /// <summary>The first and the last place in the audit that it is about.</summary>
    public long? FirstEntry { get; init; }

    public long? LastEntry { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset AnswerBy { get; init; }

    public ConcernState State { get; set; }

    /// <summary>The review case under which its words are read.</summary>
    public string? CaseId { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }
}

/// <summary>How far a concern has come.</summary>
public enum ConcernState
{
    Raised,
    InReview,
    Answered,
}
