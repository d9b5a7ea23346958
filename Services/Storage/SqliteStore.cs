using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Services.Storage;

/// <summary>The store in one SQLite file, of one node.</summary>
internal sealed class SqliteStore(string connectionString) : StoreConnection
{
    internal override string ColumnsQuery =>
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_'";

    internal override DbConnection Create() => new SqliteConnection(connectionString);

    // every transaction here is immediate: whoever is in one is alone
    internal override void HoldLog(DbTransaction transaction)
    {
    }

    internal override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    internal override Action LiftNeverChanged(DbTransaction transaction)
    {
        using var command = transaction.Connection!.Command("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'AuditIsNeverChanged'", transaction);
        var trigger = (string)command.ExecuteScalar()!;
        command.CommandText = "DROP TRIGGER AuditIsNeverChanged";
        command.ExecuteNonQuery();
        return () =>
        {
            using var again = transaction.Connection!.Command(trigger, transaction);
            again.ExecuteNonQuery();
        };
    }

    // one node, and one object in it that keeps the turns
    internal override IDisposable TryAlone(string what) => Alone.Already;

    private sealed class Alone : IDisposable
    {
        internal static readonly Alone Already = new();

        public void Dispose()
        {
        }
    }
}
