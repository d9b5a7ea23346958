using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PrivacyPortal.App.Operations;

/// <summary>
/// Copies the store while the portal serves, by SQLite's online backup: one moment of it, whole, page by page, from one held snapshot, so that no writer waits and
/// none makes the copy begin anew.
/// </summary>
internal static class StoreCopy
{
    private const int PagesAtATime = 2_000;

    internal static void Make(string from, string to, Action<double> progress)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        source.Open();
        copy.Open();
        using var moment = source.BeginTransaction(deferred: true);
        using (var first = source.CreateCommand())
        {
            (first.CommandText, first.Transaction) = ("SELECT count(*) FROM sqlite_master", moment);
            first.ExecuteScalar();
        }
        using (var backup = raw.sqlite3_backup_init(copy.Handle, "main", source.Handle, "main"))
        {
            int step;
            do
            {
                step = raw.sqlite3_backup_step(backup, PagesAtATime);
                if (raw.sqlite3_backup_pagecount(backup) is var all and > 0)
                    progress(1 - raw.sqlite3_backup_remaining(backup) / (double)all);
            }
            while (step is raw.SQLITE_OK);
            if (step != raw.SQLITE_DONE)
                throw new IOException($"The store could not be copied (SQLite {step}).");
        }
        Check(copy);
    }

    private static void Check(SqliteConnection copy)
    {
        // one file, without a log beside it
        foreach (var (asked, good) in new[] { ("PRAGMA journal_mode=DELETE", "delete"), ("PRAGMA quick_check(1)", "ok") })
        {
            using var command = copy.CreateCommand();
            command.CommandText = asked;
            if (command.ExecuteScalar() as string != good)
                throw new IOException("The copy of the store is not sound.");
        }
    }
}
