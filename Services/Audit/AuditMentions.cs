using System.Data.Common;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Finds the entries about one member or of one account. An index that is kept while appending would touch a page for each member in every commit, so it
/// is filled afterwards in bulk, and the rows since then are read one by one: what is asked is answered from all that is written.
/// </summary>
internal static class AuditMentions
{
    private const int AtOnce = 50_000;

    /// <summary>Fills the index up to the last row. Two nodes that do so at once write the same.</summary>
    /// <exception cref="InvalidOperationException">The index claims more rows than there are.</exception>
    internal static void Fill(DbConnection connection)
    {
        // the index first: what is filled meanwhile is within the log
        for (var (filled, last) = (Filled(connection), StoredAudit.Size(connection) - 1); filled != last; filled = Math.Min(filled + AtOnce, last))
        {
            if (filled > last)
                throw new InvalidOperationException("The audit's index is filled beyond the log.");
            using var transaction = connection.BeginTransaction();
            using var insert = connection.Command("""
                INSERT INTO "AuditMentions" ("Reference", "Sequence")
                SELECT "Subject", "Sequence" FROM "Audit" WHERE "Sequence" > @from AND "Sequence" <= @to AND "Subject" IS NOT NULL
                UNION SELECT "Account", "Sequence" FROM "Audit" WHERE "Sequence" > @from AND "Sequence" <= @to AND "Account" IS NOT NULL
                ORDER BY 1, 2 ON CONFLICT DO NOTHING;
                INSERT INTO "AuditMentions" ("Reference", "Sequence") VALUES ('', @to) ON CONFLICT DO NOTHING;
                """, transaction).With("@from", filled).With("@to", Math.Min(filled + AtOnce, last));
            insert.CommandTimeout = 60;
            insert.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <summary>The entries about a member, newest first, exactly the bytes that were hashed.</summary>
    internal static IEnumerable<byte[]> About(DbConnection connection, string subject) => Read(connection, "\"Subject\" = @subject", subject, account: null);

    /// <summary>The entries of what an account did and, with a record of its own, of who did what to that record: newest first.</summary>
    internal static IEnumerable<byte[]> Concerning(DbConnection connection, string account, string? subject) =>
        Read(connection, "(\"Account\" = @account OR \"Subject\" = @subject)", subject, account);

    private static IEnumerable<byte[]> Read(DbConnection connection, string wanted, string? subject, string? account)
    {
        var filled = Filled(connection);
        return Entries($"SELECT \"Sequence\", \"Entry\" FROM \"Audit\" WHERE \"Sequence\" > @filled AND {wanted} AND \"Sequence\" < @before ORDER BY \"Sequence\" DESC LIMIT @most").Concat(Entries($"""
            SELECT "Sequence", "Entry" FROM "Audit" WHERE {wanted} AND "Sequence" IN
            (SELECT "Sequence" FROM "AuditMentions" WHERE "Reference" IN (@subject, @account) AND "Sequence" <= @filled AND "Sequence" < @before)
            ORDER BY "Sequence" DESC LIMIT @most
            """));

        IEnumerable<byte[]> Entries(string sql) =>
            StoredAudit.Backwards(connection.Command(sql).With("@filled", filled).With("@subject", subject).With("@account", account), long.MaxValue);
    }

    /// <summary>The first row that its member would not find, because the index lacks it; null when it lacks none.</summary>
    internal static long? FirstMissing(DbConnection connection)
    {
        var (filled, size) = (Filled(connection), StoredAudit.Size(connection));
        if (filled >= size)
            return size;
        using var select = connection.Command("""
            SELECT "Sequence" FROM "Audit" WHERE "Sequence" <= @filled AND "Subject" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM "AuditMentions" WHERE "Reference" = "Audit"."Subject" AND "AuditMentions"."Sequence" = "Audit"."Sequence") ORDER BY "Sequence" LIMIT 1
            """).With("@filled", filled);
        select.CommandTimeout = 600;
        return (long?)select.ExecuteScalar();
    }

    private static long Filled(DbConnection connection)
    {
        using var select = connection.Command("SELECT COALESCE(MAX(\"Sequence\"), -1) FROM \"AuditMentions\" WHERE \"Reference\" = ''");
        return (long)select.ExecuteScalar()!;
    }
}
