using System.Data.Common;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>Where the log ends: what the next row follows.</summary>
internal sealed record AuditTail(long Sequence, byte[] LeafHash, DateTimeOffset At);

/// <summary>Places entries at the end of the log, inside a write transaction that the caller holds: contiguous numbers, each entry naming the hash before it.</summary>
internal static class AuditRows
{
    internal const string EndQuery = "SELECT \"Sequence\", \"LeafHash\", \"Entry\" FROM \"Audit\" ORDER BY \"Sequence\" DESC LIMIT 1";

    /// <summary>The end as the transaction sees it.</summary>
    internal static AuditTail End(DbTransaction transaction)
    {
        using var select = transaction.Connection!.Command(EndQuery, transaction);
        using var row = select.ExecuteReader();
        return End(row);
    }

    internal static AuditTail End(DbDataReader row) => row.Read()
        ? new(row.GetInt64(0), (byte[])row.GetValue(1), AuditJson.TimeOf((byte[])row.GetValue(2)))
        : new(-1, new byte[AuditHash.Size], DateTimeOffset.MinValue);

    /// <summary>The command that <see cref="Append(DbCommand, AuditTail, IEnumerable{AuditEntry}, DateTimeOffset)"/> runs for each entry.</summary>
    internal static DbCommand Insert(DbConnection connection, DbTransaction? transaction = null) =>
        connection.Command("INSERT INTO \"Audit\" (\"Sequence\", \"Entry\", \"LeafHash\") VALUES (@sequence, @entry, @leaf)", transaction)
            .With("@sequence", null).With("@entry", null).With("@leaf", null);

    /// <summary>Appends one entry at the end, which it takes for the rest of the transaction.</summary>
    internal static void Append(StoreConnection store, DbTransaction transaction, AuditEntry entry, DateTimeOffset now)
    {
        store.HoldLog(transaction);
        using var insert = Insert(transaction.Connection!, transaction);
        Append(insert, End(transaction), [entry], now);
    }

    /// <summary>Appends the entries in order after <paramref name="tail"/> and returns the new end.</summary>
    internal static AuditTail Append(DbCommand insert, AuditTail tail, IEnumerable<AuditEntry> entries, DateTimeOffset now)
    {
        foreach (var (written, end) in Lines(tail, entries, now))
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (end.Sequence, written, end.LeafHash);
            insert.ExecuteNonQuery();
            tail = end;
        }
        return tail;
    }

    /// <summary>The rows to write: each entry's bytes and the end that it makes.</summary>
    internal static IEnumerable<(byte[] Entry, AuditTail End)> Lines(AuditTail tail, IEnumerable<AuditEntry> entries, DateTimeOffset now)
    {
        // the clock may go back, or another node's be behind; the log does not
        var time = now > tail.At ? now : tail.At;
        foreach (var entry in entries)
        {
            var written = AuditJson.Write(entry, tail.Sequence + 1, tail.LeafHash, time);
            yield return (written, tail = new(tail.Sequence + 1, AuditHash.Leaf(written), time));
        }
    }
}
