using Microsoft.Data.Sqlite;

namespace PrivacyPortal.RecordSystem.Store;

/// <summary>The one SQLite file of the record system: made private to its owner, opened for many readers and one writer.</summary>
internal sealed class Database
{
    private readonly string _connectionString;

    private Database(string file) =>
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 60 }.ToString();

    public static Database Open(string file)
    {
        file = Path.GetFullPath(file);
        CreatePrivately(file);
        var database = new Database(file);
        using var connection = database.Connect();
        Schema.Ensure(connection);
        return database;
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>SQLite gives its side files the rights of the main file, so the main file must exist with the right ones.</summary>
    private static void CreatePrivately(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (File.Exists(file)) return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var made = new FileStream(file, options);
    }
}
