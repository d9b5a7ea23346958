using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Every node appends to the one log: whoever has taken it reads its end, appends and commits, in three round trips for the whole batch. A database that is
/// restarting is waited for until the log is taken; from then on what fails has failed, so that nothing is written twice.
/// </summary>
internal sealed class PostgresAuditWriter(PostgresStore store) : AuditWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private NpgsqlConnection? connection;

    protected override long Append(IReadOnlyCollection<AuditEntry> entries, DateTimeOffset now)
    {
        var (transaction, before) = Take();
        using (transaction)
        {
            var lines = AuditRows.Lines(before, entries, now).ToList();
            using var insert = new NpgsqlCommand("INSERT INTO \"Audit\" (\"Sequence\", \"Entry\", \"LeafHash\") SELECT * FROM unnest(@sequence, @entry, @leaf)", connection, transaction);
            insert.Parameters.AddWithValue("@sequence", NpgsqlDbType.Array | NpgsqlDbType.Bigint, lines.Select(line => line.End.Sequence).ToArray());
            insert.Parameters.AddWithValue("@entry", NpgsqlDbType.Array | NpgsqlDbType.Bytea, lines.Select(line => line.Entry).ToArray());
            insert.Parameters.AddWithValue("@leaf", NpgsqlDbType.Array | NpgsqlDbType.Bytea, lines.Select(line => line.End.LeafHash).ToArray());
            insert.ExecuteNonQuery();
            transaction.Commit();
            return before.Sequence + 1;
        }
    }

    protected override void Close()
    {
        connection?.Dispose();
        connection = null;
    }

    private (NpgsqlTransaction Held, AuditTail Before) Take()
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                connection ??= (NpgsqlConnection)store.Open();
                var transaction = connection.BeginTransaction();
                // two statements in one round trip; the second sees what the one before us committed
                using var take = new NpgsqlCommand($"{PostgresStore.HoldLogStatement}; {AuditRows.EndQuery}", connection, transaction);
                using var row = take.ExecuteReader();
                row.NextResult();
                return (transaction, AuditRows.End(row));
            }
            catch (NpgsqlException gone) when (PostgresRideOut.IsGone(gone) && Stopwatch.GetElapsedTime(since) < Patience)
            {
                Close();
                Thread.Sleep(Between);
            }
        }
    }
}
