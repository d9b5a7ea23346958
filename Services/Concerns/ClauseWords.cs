using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>What someone wrote about the statement: which clause, whether it wants looking into, how to answer by post or telephone. Prints nothing (C11).</summary>
public sealed record ClauseWords(ConcernKind Kind, int? Clause, string Text)
{
    public const int Clauses = 24;
    public const int MostReachCharacters = 300;

    /// <summary>An address or a telephone number for the answer, of someone who has no account.</summary>
    public string? Reach { get; init; }

    public override string ToString() => nameof(ClauseWords);
}

/// <summary>What became of it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="AnswerBy">When it is answered at the latest.</param>
/// <param name="Word">The word that opens the answer to someone without an account; it is here and nowhere else.</param>
/// <param name="Refusal">Why it was not taken.</param>
public sealed record WordsTaken(string? Number, DateTimeOffset? AnswerBy, string? Word, ConcernRefusal? Refusal)
{
    public override string ToString() => nameof(WordsTaken);
}
