using Microsoft.Data.Sqlite;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Writes batches on a connection of its own that stays open, with a prepared statement, and remembers where the log ended. The database says whether
/// anybody else has committed since; only then is the end read again. After any failure it begins afresh.
/// </summary>
internal sealed class AuditWriter(StoreConnection store) : IDisposable
{
    private SqliteConnection? connection;
    private SqliteCommand? insert;
    private SqliteCommand? version;
    private AuditTail? tail;
    private long seen;

    /// <summary>Appends in one durable transaction and returns the first entry's place.</summary>
    internal long Write(IReadOnlyCollection<AuditEntry> entries, DateTimeOffset now)
    {
        try
        {
            Open();
            using var transaction = connection!.BeginTransaction(deferred: false);
            (insert!.Transaction, version!.Transaction) = (transaction, transaction);
            // inside the write transaction: from here to the commit nobody else can
            var current = (long)version.ExecuteScalar()!;
            var before = tail is not null && current == seen ? tail : AuditRows.End(connection, transaction);
            var after = AuditRows.Append(insert, before, entries, now);
            transaction.Commit();
            (tail, seen) = (after, current);
            return before.Sequence + 1;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
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
        connection = new SqliteConnection(store.Value);
        connection.Open();
        insert = AuditRows.Insert(connection);
        version = connection.CreateCommand();
        version.CommandText = "PRAGMA data_version";
    }
}
