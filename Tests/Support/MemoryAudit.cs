using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Support;

/// <summary>An audit that keeps its lines in memory; told to, it fails as a full disk would.</summary>
internal sealed class MemoryAudit : IAuditLog
{
    public List<AuditEntry> Entries { get; } = [];

    public bool Broken { get; set; }

    public ValueTask<long> AppendAsync(AuditEntry entry, CancellationToken cancel)
    {
        if (Broken)
            throw new AuditUnavailableException();
        Entries.Add(entry);
        return new(Entries.Count);
    }

    public async Task SaveAsync(PortalDb changes, AuditEntry entry, CancellationToken cancel)
    {
        await AppendAsync(entry, cancel);
        await changes.SaveChangesAsync(cancel);
    }
}
