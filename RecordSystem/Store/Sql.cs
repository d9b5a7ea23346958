using Microsoft.Data.Sqlite;

namespace PrivacyPortal.RecordSystem.Store;

/// <summary>Prepared statements with named parameters; SQL text never holds a value.</summary>
internal static class Sql
{
    public static SqliteCommand Prepare(SqliteConnection connection, string text, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant or is built from constants; values are parameters
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public static object? Scalar(SqliteConnection connection, string text)
    {
        using var command = Prepare(connection, text);
        return command.ExecuteScalar();
    }

    public static void Run(SqliteConnection connection, string text)
    {
        using var command = Prepare(connection, text);
        command.ExecuteNonQuery();
    }
}
