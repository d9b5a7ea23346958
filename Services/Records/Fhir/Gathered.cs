namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What a search brought in the end.</summary>
/// <param name="Items">The member's own entries.</param>
/// <param name="Completeness">How much of the list they are.</param>
/// <param name="Problem">Why there is not even a first page.</param>
/// <param name="Expired">A next link was answered as gone.</param>
internal sealed record Gathered<T>(IReadOnlyList<T> Items, Completeness Completeness, RecordProblem? Problem = null, bool Expired = false)
{
    /// <summary>The record system answered, and has nothing: neither shown nor left out.</summary>
    public bool IsNothing => Problem is null && Items.Count == 0 && Completeness is { Whole: true, NotTheirs: 0 };

    public static Gathered<T> Failed(RecordProblem problem) => new([], default, problem);

    public override string ToString() => nameof(Gathered<>);
}
