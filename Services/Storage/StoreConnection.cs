using System.Data.Common;

namespace PrivacyPortal.Services.Storage;

/// <summary>The store past EF, for the one part that goes past it: the audit. What differs between SQLite and PostgreSQL is here and nowhere else.</summary>
internal abstract class StoreConnection
{
    internal abstract DbConnection Create();

    internal DbConnection Open()
    {
        var connection = Create();
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = Create();
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here to the end of the transaction nobody else, on this node or another, appends to the audit: its numbers have no gap.</summary>
    internal abstract void HoldLog(DbTransaction transaction);

    /// <summary>A transaction that sees one state of the store until it ends, and holds up no writer.</summary>
    internal abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Lifts, inside a transaction, the trigger that refuses changes of audit entries; the act that is returned puts it back.</summary>
    internal abstract Action LiftNeverChanged(DbTransaction transaction);

    /// <summary>A query for table and name of every column that the store has in fact.</summary>
    internal abstract string ColumnsQuery { get; }

    /// <summary>One of all nodes at a time: null when another has it. Disposing, or the end of the connection, gives it back.</summary>
    internal abstract IDisposable? TryAlone(string what);

    public sealed override string ToString() => nameof(StoreConnection);
}
