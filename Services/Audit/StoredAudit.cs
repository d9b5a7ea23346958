using System.Data.Common;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>The log as it lies in the store, read row by row; fetched in pages, so that whoever stops early has not asked for all of it.</summary>
internal static class StoredAudit
{
    private const int AtOnce = 2_000;

    /// <summary>How many rows there are, by the last one's number.</summary>
    internal static long Size(DbConnection connection)
    {
        using var select = connection.Command("SELECT COALESCE(MAX(\"Sequence\") + 1, 0) FROM \"Audit\"");
        return (long)select.ExecuteScalar()!;
    }

    /// <summary>How many rows, from the first, stand without their entry.</summary>
    internal static long Retired(DbConnection connection)
    {
        using var select = connection.Command($"SELECT \"Sequence\" FROM \"Audit\" WHERE {RetiredEntries.StillThere} ORDER BY \"Sequence\" LIMIT 1");
        return (long?)select.ExecuteScalar() ?? 0;
    }

    /// <summary>The rows from <paramref name="first"/> on, at most <paramref name="most"/>.</summary>
    internal static IEnumerable<(long Sequence, byte[] Entry, byte[] LeafHash)> Rows(DbConnection connection, long first, long most = long.MaxValue, DbTransaction? within = null)
    {
        using var select = connection.Command("SELECT \"Sequence\", \"Entry\", \"LeafHash\" FROM \"Audit\" WHERE \"Sequence\" >= @first ORDER BY \"Sequence\" LIMIT @most", within)
            .With("@first", first).With("@most", 0L);
        for (var left = most; left > 0;)
        {
            var page = Math.Min(left, AtOnce);
            (select.Parameters[0].Value, select.Parameters[1].Value) = (first, page);
            using var row = select.ExecuteReader();
            var read = 0L;
            for (; row.Read(); read++)
            {
                first = row.GetInt64(0) + 1;
                yield return (first - 1, (byte[])row.GetValue(1), (byte[])row.GetValue(2));
            }
            if (read < page)
                yield break;
            left -= read;
        }
    }

    /// <summary>The entries before a row, the newest first.</summary>
    internal static IEnumerable<byte[]> Backwards(DbConnection connection, long before) =>
        Backwards(connection.Command($"SELECT \"Sequence\", \"Entry\" FROM \"Audit\" WHERE \"Sequence\" < @before AND {RetiredEntries.StillThere} ORDER BY \"Sequence\" DESC LIMIT @most"), before);

    /// <summary>The same by any query for place and entry, which takes <c>@before</c> and <c>@most</c>.</summary>
    internal static IEnumerable<byte[]> Backwards(DbCommand query, long before)
    {
        using var select = query.With("@before", before).With("@most", 0L);
        // short at first: most who ask want the newest
        for (var page = 100L; ; page = Math.Min(page * 4, 50_000))
        {
            (select.Parameters["@before"].Value, select.Parameters["@most"].Value) = (before, page);
            using var row = select.ExecuteReader();
            var read = 0L;
            for (; row.Read(); read++)
            {
                before = row.GetInt64(0);
                yield return (byte[])row.GetValue(1);
            }
            if (read < page)
                yield break;
        }
    }

    /// <summary>The hashes alone.</summary>
    internal static IEnumerable<byte[]> Leaves(DbConnection connection)
    {
        using var select = connection.Command("SELECT \"LeafHash\" FROM \"Audit\" ORDER BY \"Sequence\"");
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return (byte[])row.GetValue(0);
    }
}
