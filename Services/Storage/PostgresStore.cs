using System.Data;
using System.Data.Common;
using Npgsql;

namespace PrivacyPortal.Services.Storage;

/// <summary>The store in a PostgreSQL database, of many nodes.</summary>
internal sealed class PostgresStore(NpgsqlDataSource source) : StoreConnection, IDisposable
{
    // "PrivPort" in ASCII: so that no other program in the database takes the same lock by chance
    private const int Ours = 0x50726976;
    private const int Log = 1;

    internal NpgsqlDataSource Source { get; } = source;

    internal override string ColumnsQuery => "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()";

    public void Dispose() => Source.Dispose();

    internal override DbConnection Create() => Source.CreateConnection();

    /// <summary>The statement that takes the log for the rest of a transaction. What is read after it, in a statement of its own, is what the one before left.</summary>
    internal static string HoldLogStatement => $"SELECT pg_advisory_xact_lock({Ours}, {Log})";

    internal override void HoldLog(DbTransaction transaction)
    {
        using var hold = transaction.Connection!.Command(HoldLogStatement, transaction);
        hold.ExecuteNonQuery();
    }

    internal override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    // only the owner of the table may: the portal's own role may not
    internal override Action LiftNeverChanged(DbTransaction transaction)
    {
        Run("DISABLE");
        return () => Run("ENABLE ALWAYS");

        void Run(string word)
        {
            using var alter = transaction.Connection!.Command($"ALTER TABLE \"Audit\" {word} TRIGGER \"AuditIsNeverChanged\"", transaction);
            alter.ExecuteNonQuery();
        }
    }

    internal override IDisposable? TryAlone(string what)
    {
        var connection = Open();
        try
        {
            using var take = connection.Command($"SELECT pg_try_advisory_lock({Ours}, hashtext(@what))").With("@what", what);
            if (take.ExecuteScalar() is true)
                return new Alone(connection, what);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        connection.Dispose();
        return null;
    }

    private sealed class Alone(DbConnection connection, string what) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                using var give = connection.Command($"SELECT pg_advisory_unlock({Ours}, hashtext(@what))").With("@what", what);
                give.ExecuteNonQuery();
            }
            catch (DbException)
            {
                // the connection has ended, and the lock with it
            }
            finally
            {
                connection.Dispose();
            }
        }
    }
}
