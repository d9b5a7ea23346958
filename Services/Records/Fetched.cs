using System.Diagnostics.CodeAnalysis;

namespace PrivacyPortal.Services.Records;

/// <summary>What one fetch brought: a value with its origin, or the problem that left it empty. Prints nothing of the value (C11).</summary>
public sealed record Fetched<T> where T : class
{
    internal Fetched(T? value, RecordProblem? problem, Completeness completeness, DateTimeOffset at) =>
        (Value, Problem, Completeness, At) = (value, problem, completeness, at);

    public T? Value { get; }

    public RecordProblem? Problem { get; }

    /// <summary>How much of what the record system has is here.</summary>
    public Completeness Completeness { get; }

    /// <summary>When the record system answered.</summary>
    public DateTimeOffset At { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Arrived => Value is not null;

    public override string ToString() => nameof(Fetched);
}

/// <summary>Makes the two kinds of <see cref="Fetched{T}"/>.</summary>
public static class Fetched
{
    public static Fetched<T> From<T>(T value, Completeness completeness, DateTimeOffset at) where T : class => new(value, null, completeness, at);

    public static Fetched<T> Failed<T>(RecordProblem problem, DateTimeOffset at) where T : class => new(null, problem, default, at);
}
