using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>Writes batches on a connection of its own that stays open. After any failure it begins afresh.</summary>
internal abstract class AuditWriter : IDisposable
{
    internal static AuditWriter For(StoreConnection store) => store switch
    {
        PostgresStore postgres => new PostgresAuditWriter(postgres),
        _ => new SqliteAuditWriter(store),
    };

    /// <summary>Appends in one durable transaction and returns the first entry's place.</summary>
    internal long Write(IReadOnlyCollection<AuditEntry> entries, DateTimeOffset now)
    {
        try
        {
            return Append(entries, now);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract long Append(IReadOnlyCollection<AuditEntry> entries, DateTimeOffset now);

    protected abstract void Close();
}
