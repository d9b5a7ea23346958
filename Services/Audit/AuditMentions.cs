using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Finds the entries about one member or of one account. An index that is kept while appending would touch a page for each member in every commit, so it
/// is filled afterwards in bulk, and the rows since then are read one by one: what is asked is answered from all that is written.
/// </summary>
internal static class AuditMentions
{
    private const int AtOnce = 50_000;

    /// <summary>Fills the index up to the last row.</summary>
    /// <exception cref="InvalidOperationException">The index claims more rows than there are.</exception>
    internal static void Fill(SqliteConnection connection)
    {
        for (var (filled, last) = (Filled(connection), StoredAudit.Size(connection) - 1); filled != last; filled = Math.Min(filled + AtOnce, last))
        {
            if (filled > last)
                throw new InvalidOperationException("The audit's index is filled beyond the log.");
            using var transaction = connection.BeginTransaction(deferred: false);
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = """
                INSERT OR IGNORE INTO AuditMentions (Reference, Sequence)
                SELECT Subject, Sequence FROM Audit WHERE Sequence > $from AND Sequence <= $to AND Subject IS NOT NULL
                UNION SELECT Account, Sequence FROM Audit WHERE Sequence > $from AND Sequence <= $to AND Account IS NOT NULL
                ORDER BY 1, 2;
                INSERT OR IGNORE INTO AuditMentions (Reference, Sequence) VALUES ('', $to);
                """;
            insert.Parameters.AddWithValue("$from", filled);
            insert.Parameters.AddWithValue("$to", Math.Min(filled + AtOnce, last));
            insert.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <summary>The entries about a member, newest first, exactly the bytes that were hashed.</summary>
    internal static IEnumerable<byte[]> About(SqliteConnection connection, string subject) => Read(connection, "Subject = $subject", subject, account: null);

    /// <summary>The entries of what an account did and, with a record of its own, of who did what to that record: newest first.</summary>
    internal static IEnumerable<byte[]> Concerning(SqliteConnection connection, string account, string? subject) =>
        Read(connection, "(Account = $account OR Subject = $subject)", subject, account);

    private static IEnumerable<byte[]> Read(SqliteConnection connection, string wanted, string? subject, string? account)
    {
        var filled = Filled(connection);
        return Entries($"SELECT Entry FROM Audit WHERE Sequence > $filled AND {wanted} ORDER BY Sequence DESC").Concat(Entries($"""
            SELECT Entry FROM Audit WHERE {wanted} AND Sequence IN
            (SELECT Sequence FROM AuditMentions WHERE Reference IN ($subject, $account) AND Sequence <= $filled) ORDER BY Sequence DESC
            """));

        IEnumerable<byte[]> Entries(string sql)
        {
            using var select = connection.CreateCommand();
            select.CommandText = sql;
            select.Parameters.AddWithValue("$filled", filled);
            select.Parameters.AddWithValue("$subject", (object?)subject ?? DBNull.Value);
            select.Parameters.AddWithValue("$account", (object?)account ?? DBNull.Value);
            using var row = select.ExecuteReader();
            while (row.Read())
                yield return (byte[])row.GetValue(0);
        }
    }

    /// <summary>The first row that its member would not find, because the index lacks it; null when it lacks none.</summary>
    internal static long? FirstMissing(SqliteConnection connection)
    {
        var (filled, size) = (Filled(connection), StoredAudit.Size(connection));
        if (filled >= size)
            return size;
        using var select = connection.CreateCommand();
        select.CommandText = """
            SELECT Sequence FROM Audit WHERE Sequence <= $filled AND Subject IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM AuditMentions WHERE Reference = Audit.Subject AND Sequence = Audit.Sequence) ORDER BY Sequence LIMIT 1
            """;
        select.Parameters.AddWithValue("$filled", filled);
        return (long?)select.ExecuteScalar();
    }

    private static long Filled(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT COALESCE(MAX(Sequence), -1) FROM AuditMentions WHERE Reference = ''";
        return (long)select.ExecuteScalar()!;
    }
}
