namespace PrivacyPortal.Services.Access;

/// <summary>The snapshot in force. It is replaced whole; whoever decides reads it once. Until the store has been read, only the starter rules and no needs.</summary>
public sealed class CurrentPolicy
{
    private volatile PolicySnapshot snapshot = PolicySnapshot.Compile(PolicyFacts.Starter);

    /// <summary>Raised after a new snapshot is in force, on the thread that put it there: live visits decide again.</summary>
    public event Action? Changed;

    public PolicySnapshot Snapshot => snapshot;

    internal void Replace(PolicySnapshot next)
    {
        snapshot = next;
        Changed?.Invoke();
    }
}
