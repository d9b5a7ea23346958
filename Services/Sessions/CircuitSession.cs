namespace PrivacyPortal.Services.Sessions;

/// <summary>The session that a circuit was opened with; it stays known after the session's end, so that the page can say why it ended. Scoped to the circuit.</summary>
public sealed class CircuitSession
{
    /// <summary>Null outside a circuit.</summary>
    public string? Id { get; private set; }

    /// <summary>Set once, when the circuit opens.</summary>
    public void Begin(string sessionId) => Id ??= sessionId;
}
