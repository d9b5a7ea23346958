using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Services.Audit;

/// <summary>The log as it lies in the store, read row by row.</summary>
internal static class StoredAudit
{
    /// <summary>How many rows there are, by the last one's number.</summary>
    internal static long Size(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT COALESCE(MAX(Sequence) + 1, 0) FROM Audit";
        return (long)select.ExecuteScalar()!;
    }

    /// <summary>How many rows, from the first, stand without their entry.</summary>
    internal static long Retired(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT Sequence FROM Audit WHERE {RetiredEntries.StillThere} ORDER BY Sequence LIMIT 1";
        return (long?)select.ExecuteScalar() ?? 0;
    }

    /// <summary>The rows from <paramref name="first"/> on, at most <paramref name="most"/>.</summary>
    internal static IEnumerable<(long Sequence, byte[] Entry, byte[] LeafHash)> Rows(SqliteConnection connection, long first, long most = long.MaxValue)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT Sequence, Entry, LeafHash FROM Audit WHERE Sequence >= $first ORDER BY Sequence LIMIT $most";
        select.Parameters.AddWithValue("$first", first);
        select.Parameters.AddWithValue("$most", most);
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return (row.GetInt64(0), (byte[])row.GetValue(1), (byte[])row.GetValue(2));
    }

    /// <summary>The entries before a row, the newest first.</summary>
    internal static IEnumerable<byte[]> Backwards(SqliteConnection connection, long before)
    {
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT Entry FROM Audit WHERE Sequence < $before AND {RetiredEntries.StillThere} ORDER BY Sequence DESC";
        select.Parameters.AddWithValue("$before", before);
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return (byte[])row.GetValue(0);
    }

    /// <summary>The hashes alone.</summary>
    internal static IEnumerable<byte[]> Leaves(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT LeafHash FROM Audit ORDER BY Sequence";
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return (byte[])row.GetValue(0);
    }
}
