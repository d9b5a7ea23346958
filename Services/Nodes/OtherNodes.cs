using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Nodes;

/// <summary>What this node hears of the others, and whether it can hear at all. With a store of its own it hears nothing: there are no others.</summary>
[Enforces(Clauses.OnlyWhileViewing, Clauses.ExitAnytime)]
public sealed class OtherNodes
{
    /// <summary>A session was ended, on whichever node.</summary>
    public event Action<string>? SessionEnded;

    /// <summary>An account's stamp has turned, or it was closed: its sessions are to be looked at.</summary>
    public event Action<string>? AccountTurned;

    /// <summary>This node is cut off from the store: it can no longer know who may see what, and shows nothing.</summary>
    public event Action? CutOff;

    internal void Hear(string what)
    {
        var (kind, id) = what.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (what[..colon], what[(colon + 1)..]) : (what, "");
        if (kind == "session")
            SessionEnded?.Invoke(id);
        else if (kind == "account")
            AccountTurned?.Invoke(id);
    }

    internal void Cut() => CutOff?.Invoke();
}
