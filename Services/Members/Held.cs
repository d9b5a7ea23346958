using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Services.Members;

/// <summary>Where a section stands.</summary>
public enum HeldState
{
    /// <summary>Decided, being fetched.</summary>
    Loading,

    /// <summary>The policy or the audit said no; see <see cref="Held.Refusal"/>.</summary>
    Refused,

    /// <summary>The record system gave nothing; see <see cref="Held.Problem"/>.</summary>
    Failed,

    /// <summary>In memory, may be shown.</summary>
    Shown,

    /// <summary>Forgotten: the page was left, the connection broke, the session ended.</summary>
    Wiped,

    /// <summary>Forgotten because what allowed it is over, or has become less: <see cref="Held.Decision"/> says why (C13).</summary>
    Withdrawn,
}

/// <summary>A section held by the visit. Pages keep this handle, never the value behind it.</summary>
public abstract class Held
{
    private static long made;

    private protected Held(Category category, Scope most) => (Category, Most) = (category, most);

    public Category Category { get; }

    /// <summary>No more of it than this is asked for, whatever may be seen.</summary>
    internal Scope Most { get; }

    /// <summary>What it is counted by in this process.</summary>
    internal long Number { get; } = Interlocked.Increment(ref made);

    public HeldState State { get; private protected set; }

    public Refusal? Refusal { get; private protected set; }

    /// <summary>The decision that it was opened, refused or withdrawn by; null before there is one.</summary>
    public AccessDecision? Decision { get; private protected set; }

    public RecordProblem? Problem { get; private protected set; }

    public Completeness Completeness { get; private protected set; }

    /// <summary>When the record system answered.</summary>
    public DateTimeOffset? At { get; private protected set; }

    /// <summary>It is held, or on its way, by a decision that allowed it.</summary>
    internal bool IsOpen => State is HeldState.Loading or HeldState.Shown && Decision is { Allowed: true };

    internal void Decide(in AccessDecision decision) => Decision = decision;

    internal abstract void Wipe();

    internal abstract void Withdraw(in AccessDecision now);

    public sealed override string ToString() => nameof(Held);
}

/// <inheritdoc/>
public sealed class Held<T> : Held where T : class
{
    internal Held(Category category, Scope most = Scope.Full) : base(category, most) { }

    /// <summary>The value while it is shown; null before, and null for good once wiped (C12).</summary>
    public T? Value { get; private set; }

    internal void Refuse(Refusal why)
    {
        if (State == HeldState.Loading)
            (State, Refusal) = (HeldState.Refused, why);
    }

    internal void Show(Fetched<T> fetched)
    {
        if (State != HeldState.Loading)
            return;
        (Value, Problem, Completeness, At) = (fetched.Value, fetched.Problem, fetched.Completeness, fetched.At);
        State = fetched.Arrived ? HeldState.Shown : HeldState.Failed;
    }

    internal override void Wipe() => (Value, State) = (null, HeldState.Wiped);

    internal override void Withdraw(in AccessDecision now) => (Value, State, Decision, Refusal) = (null, HeldState.Withdrawn, now, now.Refusal);
}
