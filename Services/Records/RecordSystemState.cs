namespace PrivacyPortal.Services.Records;

/// <summary>What the portal last learnt of its record system, for operators: whether it answers, and what it lacks. Nothing of anybody.</summary>
public sealed class RecordSystemState
{
    /// <summary>Whether the last question was answered with a capability statement; null before the first.</summary>
    public bool? Reachable { get; private set; }

    /// <summary>What the portal needs and the record system does not say it has, one sentence each.</summary>
    public IReadOnlyList<string> Lacks { get; private set; } = [];

    /// <summary>Where the record system gives tokens, once it has said so: it may be another machine of theirs.</summary>
    public Uri? TokenAddress { get; private set; }

    internal void TokensAt(Uri address) => TokenAddress = address;

    internal void Answered(IReadOnlyList<string> lacks) => (Reachable, Lacks) = (true, lacks);

    internal void Silent() => Reachable = false;
}
