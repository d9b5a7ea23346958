using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>A concern as its writer sees it. Prints nothing (C11).</summary>
public sealed record FollowedConcern(string Number, ConcernKind Kind, int? Clause, ConcernState State, DateTimeOffset RaisedAt, DateTimeOffset AnswerBy, DateTimeOffset? AnsweredAt)
{
    /// <summary>The answer, when it was asked for and could be read.</summary>
    public string? Answer { get; init; }

    /// <summary>There is an answer, but the record system did not give it now.</summary>
    public bool NotNow { get; init; }

    public override string ToString() => nameof(FollowedConcern);

    internal static FollowedConcern Of(ConcernRow row) => new(row.Number, row.Kind, row.Clause, row.State, row.RaisedAt, row.AnswerBy, row.AnsweredAt);
}
