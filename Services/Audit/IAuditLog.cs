using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>The append-only log. An append that returns is on disk; one that throws has not happened, and what it was about must not happen either.</summary>
public interface IAuditLog
{
    /// <summary>Appends one entry durably and returns its sequence number.</summary>
    /// <exception cref="AuditUnavailableException">It could not be written.</exception>
    ValueTask<long> AppendAsync(AuditEntry entry, CancellationToken cancel);

    /// <summary>Saves what is pending in <paramref name="changes"/> together with its entry: both stand, or neither.</summary>
    /// <exception cref="AuditUnavailableException">Nothing was saved.</exception>
    Task SaveAsync(PortalDb changes, AuditEntry entry, CancellationToken cancel);
}

/// <summary>The audit cannot be written. Whatever was to be audited is refused (C13).</summary>
public sealed class AuditUnavailableException : Exception
{
    public AuditUnavailableException() : base("The audit log cannot be written.") { }

    public AuditUnavailableException(string message) : base(message) { }

    public AuditUnavailableException(string message, Exception inner) : base(message, inner) { }
}
