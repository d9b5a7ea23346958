using System.Data.Common;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Remembers where the log ended, with a prepared statement. The database says whether anybody else has committed since; only then is the end read again.
/// </summary>
internal sealed class SqliteAuditWriter(StoreConnection store) : AuditWriter
{
    private DbConnection? connection;
    private DbCommand? insert;
    private DbCommand? version;
    private AuditTail? tail;
    private long seen;

    protected override long Append(IReadOnlyCollection<AuditEntry> entries, DateTimeOffset now)
    {
        Open();
        using var transaction = connection!.BeginTransaction();
        (insert!.Transaction, version!.Transaction) = (transaction, transaction);
        // inside the write transaction: from here to the commit nobody else can
        var current = (long)version.ExecuteScalar()!;
        var before = tail is not null && current == seen ? tail : AuditRows.End(transaction);
        var after = AuditRows.Append(insert, before, entries, now);
        transaction.Commit();
        (tail, seen) = (after, current);
        return before.Sequence + 1;
    }

    protected override void Close()
    {
        insert?.Dispose();
        version?.Dispose();
        connection?.Dispose();
        (insert, version, connection, tail) = (null, null, null, null);
    }

    private void Open()
    {
        if (connection is not null)
            return;
        connection = store.Open();
        insert = AuditRows.Insert(connection);
        version = connection.Command("PRAGMA data_version");
    }
}
