using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Services.Audit;

/// <summary>Places entries at the end of the log, inside a write transaction that the caller holds: contiguous numbers, each entry naming the hash before it.</summary>
internal static class AuditRows
{
    /// <summary>Appends the entries in order and returns the first one's sequence number.</summary>
    internal static long Append(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<AuditEntry> entries, DateTimeOffset now)
    {
        var (last, previous, at) = End(connection, transaction);
        // the clock may go back; the log does not
        var time = now > at ? now : at;
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO Audit (Sequence, Entry, LeafHash) VALUES ($sequence, $entry, $leaf)";
        var sequence = insert.Parameters.Add("$sequence", SqliteType.Integer);
        var bytes = insert.Parameters.Add("$entry", SqliteType.Blob);
        var leaf = insert.Parameters.Add("$leaf", SqliteType.Blob);
        var next = last + 1;
        foreach (var entry in entries)
        {
            var written = AuditJson.Write(entry, next, previous, time);
            previous = AuditHash.Leaf(written);
            (sequence.Value, bytes.Value, leaf.Value) = (next++, written, previous);
            insert.ExecuteNonQuery();
        }
        return last + 1;
    }

    private static (long Sequence, byte[] LeafHash, DateTimeOffset At) End(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var select = connection.CreateCommand();
        select.Transaction = transaction;
        select.CommandText = "SELECT Sequence, LeafHash, Entry FROM Audit ORDER BY Sequence DESC LIMIT 1";
        using var row = select.ExecuteReader();
        return row.Read()
            ? (row.GetInt64(0), (byte[])row.GetValue(1), AuditJson.TimeOf((byte[])row.GetValue(2)))
            : (-1, new byte[32], DateTimeOffset.MinValue);
    }
}
