using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Services.Members;

/// <summary>
/// The sections that one visit holds or has on their way, and the only place where they change: decided, shown, withdrawn and forgotten under one lock, so
/// that nothing that the policy of now refuses is ever shown, however late the record system answers (C12, C13).
/// </summary>
internal sealed class HeldSections(AccessPolicy policy, HeldNow heldNow, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Held> held = [];
    private CancellationTokenSource fetching = new();

    /// <summary>Sections in memory, and since when the oldest is.</summary>
    internal (int Sections, DateTimeOffset? Since) Now
    {
        get
        {
            var shown = Shown();
            return (shown.Count, shown.Min(section => section.At));
        }
    }

    /// <summary>The sections that are open, and how many of them the policy of this moment would refuse.</summary>
    internal (int Open, int Refused) OpenParts
    {
        get
        {
            lock (gate)
                return (held.Count(section => section.IsOpen), held.Count(section => Refusal(section) is not null));
        }
    }

    internal IReadOnlyList<Held> Shown()
    {
        lock (gate)
            return [.. held.Where(section => section.State == HeldState.Shown)];
    }

    /// <summary>Takes a new handle; what comes back stops its fetch when everything is forgotten.</summary>
    internal CancellationToken Take(Held section)
    {
        lock (gate)
        {
            held.Add(section);
            return fetching.Token;
        }
    }

    internal AccessDecision Decide(Held section, in AccessRequest request)
    {
        lock (gate)
        {
            var decision = policy.Decide(request).AtMost(section.Most);
            section.Decide(decision);
            return decision;
        }
    }

    internal void Show<T>(Held<T> section, Fetched<T> fetched) where T : class
    {
        lock (gate)
        {
            // the policy may have changed while it was fetched
            if (Withdraw(section))
                return;
            section.Show(fetched);
            if (section.State == HeldState.Shown)
                heldNow.Took(section, clock.GetUtcNow());
        }
    }

    /// <summary>Decides again on everything; whether anything was withdrawn.</summary>
    internal bool DecideAgain()
    {
        var taken = false;
        lock (gate)
        {
            foreach (var section in held)
                taken |= Withdraw(section);
        }
        return taken;
    }

    internal void ForgetAll()
    {
        CancellationTokenSource stopped;
        lock (gate)
        {
            (stopped, fetching) = (fetching, new());
            held.ForEach(Forget);
            held.Clear();
        }
        stopped.Cancel();
        stopped.Dispose();
    }

    internal void Forget(IEnumerable<Held> sections)
    {
        lock (gate)
        {
            foreach (var section in sections.Where(held.Remove))
                Forget(section);
        }
    }

    public void Dispose() => fetching.Dispose();

    private bool Withdraw(Held section)
    {
        if (Refusal(section) is not { } now)
            return false;
        if (section.State == HeldState.Shown)
            heldNow.Forgot(section);
        section.Withdraw(now);
        return true;
    }

    /// <summary>The decision of now, when it takes something away from what an open section was allowed.</summary>
    private AccessDecision? Refusal(Held section) =>
        section.IsOpen && section.Decision is { } before && policy.Decide(before.Request).AtMost(section.Most) is var now && Narrowing.Takes(before, now) ? now : null;

    private void Forget(Held section)
    {
        if (section.State == HeldState.Shown)
            heldNow.Forgot(section);
        section.Wipe();
    }
}
