namespace PrivacyPortal.Services.Audit;

/// <summary>Tells those who watch that entries about a member were written: whose record it was, and nothing of what they say.</summary>
public sealed class AuditWritten
{
    /// <summary>Raised after the entries are on disk, on the writer's thread: handlers only take note.</summary>
    public event Action<string>? About;

    internal void Raise(IEnumerable<AuditEntry> entries)
    {
        if (About is not { } watchers)
            return;
        foreach (var subject in entries.Select(entry => entry.Subject).OfType<string>().Distinct())
            watchers(subject);
    }
}
