using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Services.Audit;

/// <summary>Where the log ends: what the next row follows.</summary>
internal sealed record AuditTail(long Sequence, byte[] LeafHash, DateTimeOffset At);

/// <summary>Places entries at the end of the log, inside a write transaction that the caller holds: contiguous numbers, each entry naming the hash before it.</summary>
internal static class AuditRows
{
    /// <summary>The end as the transaction sees it.</summary>
    internal static AuditTail End(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var select = connection.CreateCommand();
        select.Transaction = transaction;
        select.CommandText = "SELECT Sequence, LeafHash, Entry FROM Audit ORDER BY Sequence DESC LIMIT 1";
        using var row = select.ExecuteReader();
        return row.Read()
            ? new(row.GetInt64(0), (byte[])row.GetValue(1), AuditJson.TimeOf((byte[])row.GetValue(2)))
            : new(-1, new byte[AuditHash.Size], DateTimeOffset.MinValue);
    }

    /// <summary>The command that <see cref="Append"/> runs for each entry.</summary>
    internal static SqliteCommand Insert(SqliteConnection connection)
    {
        var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Audit (Sequence, Entry, LeafHash) VALUES ($sequence, $entry, $leaf)";
        insert.Parameters.Add("$sequence", SqliteType.Integer);
        insert.Parameters.Add("$entry", SqliteType.Blob);
        insert.Parameters.Add("$leaf", SqliteType.Blob);
        return insert;
    }

    /// <summary>Appends the entries in order after <paramref name="tail"/> and returns the new end.</summary>
    internal static AuditTail Append(SqliteCommand insert, AuditTail tail, IEnumerable<AuditEntry> entries, DateTimeOffset now)
    {
        // the clock may go back; the log does not
        var time = now > tail.At ? now : tail.At;
        var (last, previous) = (tail.Sequence, tail.LeafHash);
        foreach (var entry in entries)
        {
            var written = AuditJson.Write(entry, ++last, previous, time);
            previous = AuditHash.Leaf(written);
            (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (last, written, previous);
            insert.ExecuteNonQuery();
        }
        return new(last, previous, time);
    }
}
