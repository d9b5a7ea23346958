using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.Tests.Support;

/// <summary>A folder of its own with an empty record database, gone when the test is.</summary>
internal sealed class RecordSystemFolder : IDisposable
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("record-system-");
    private int _files;

    public RecordSystemFolder() => Database = Database.Open(DatabaseFile);

    public Database Database { get; }

    public string DatabaseFile => Path.Combine(_folder.FullName, "records.db");

    public static string[] SampleFiles => Directory.GetFiles(Samples, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();

    public static string Sample(string name) => Path.Combine(Samples, name);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public string Write(byte[] bytes)
    {
        var file = PathOf($"file-{++_files}.json");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public ImportReport Import(string file) => FileImport.Take(Database, file, DateTimeOffset.UtcNow, _ => { });

    public ImportReport ImportText(string text) => Import(Write(text));

    public string? Json(string type, string id)
    {
        using var connection = Database.Connect();
        using var command = Sql.Prepare(connection, "SELECT json FROM resource WHERE type = $type AND id = $id", "$type", "$id").With(type, id);
        return command.ExecuteScalar() is byte[] json ? Encoding.UTF8.GetString(json) : null;
    }

    /// <summary>Every row of every table, to see that nothing at all has changed.</summary>
    public string Dump()
    {
        var dump = new StringBuilder();
        using var connection = Database.Connect();
        // the hash stands for the JSON
        foreach (var (table, columns) in ((string, string)[])[("resource", "key, type, id, version, last_updated, hash, length(json)"), ("token_value", "*"), ("reference_value", "*"), ("date_value", "*"), ("text_value", "*")])
        {
            using var command = Sql.Prepare(connection, $"SELECT {columns} FROM {table} ORDER BY 1, 2, 3, 4");
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    dump.Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('|');
                dump.AppendLine(table);
            }
        }

        return dump.ToString();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
