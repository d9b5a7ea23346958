using Microsoft.Data.Sqlite;

namespace PrivacyPortal.RecordSystem.Store;

/// <summary>The tables: resources as compact JSON, and one index table per kind of search value.</summary>
internal static class Schema
{
    private const long Version = 1;

    private const string Tables = """
        CREATE TABLE resource(
          key INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
          last_updated INTEGER NOT NULL, hash BLOB NOT NULL, json BLOB NOT NULL, UNIQUE(type, id)) STRICT;
        CREATE TABLE token_value(resource INTEGER NOT NULL, type TEXT NOT NULL, param TEXT NOT NULL, system TEXT NOT NULL, code TEXT NOT NULL) STRICT;
        CREATE TABLE reference_value(resource INTEGER NOT NULL, type TEXT NOT NULL, param TEXT NOT NULL, target TEXT NOT NULL) STRICT;
        CREATE TABLE date_value(resource INTEGER NOT NULL, type TEXT NOT NULL, param TEXT NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL) STRICT;
        CREATE TABLE text_value(resource INTEGER NOT NULL, type TEXT NOT NULL, param TEXT NOT NULL, value TEXT NOT NULL) STRICT;
        CREATE INDEX token_find ON token_value(type, param, code, system, resource);
        CREATE INDEX token_of ON token_value(resource, param, code, system);
        CREATE INDEX reference_find ON reference_value(type, param, target, resource);
        CREATE INDEX reference_of ON reference_value(resource, param, target);
        CREATE INDEX date_of ON date_value(resource, param, low, high);
        CREATE INDEX text_find ON text_value(type, param, value, resource);
        CREATE INDEX text_of ON text_value(resource);
        """;

    public static void Ensure(SqliteConnection connection)
    {
        var found = (long)Sql.Scalar(connection, "PRAGMA user_version")!;
        if (found == Version) return;
        if (found != 0) throw new IOException($"The database has schema {found}; this program knows schema {Version}.");
        Sql.Run(connection, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction();
        if ((long)Sql.Scalar(connection, "PRAGMA user_version")! == 0)
        {
            Sql.Run(connection, Tables);
            Sql.Run(connection, $"PRAGMA user_version = {Version}");
        }

        transaction.Commit();
    }
}
