namespace PrivacyPortal.App.Memory;

/// <summary>How soon what was viewed is gone from the memory of this server. From <c>Forgetting:*</c>; docs/forgetting.md has the arithmetic.</summary>
internal sealed class ForgettingOptions
{
    internal const string Section = "Forgetting";

    /// <summary>The published bound: from leaving a page or from the end of the connection until nothing of it is in memory.</summary>
    public TimeSpan Bound { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a circuit whose connection broke waits for its return. It is wiped at once; the wait is within the bound.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a leaving may settle before memory is scrubbed.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>After how long it is scrubbed once more: longer than a call to a browser that has gone is waited for.</summary>
    public TimeSpan Again { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>Off only in evaluation, to show that the scan of the memory finds what is not scrubbed.</summary>
    public bool Scrub { get; set; } = true;

    /// <summary>What a scrub has from a circuit's end on: the bound less the circuit's wait, and less what a page has to say good-bye or a busy machine takes to end a circuit.</summary>
    internal TimeSpan Limit => Bound - Linger - TimeSpan.FromSeconds(4);

    internal bool FitsBound => Linger > TimeSpan.Zero && Settle > TimeSpan.Zero && Again > TimeSpan.Zero && Settle + Again + TimeSpan.FromSeconds(2) <= Limit;
}
