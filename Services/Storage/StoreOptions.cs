using Npgsql;

namespace PrivacyPortal.Services.Storage;

/// <summary>Where the portal store is. From <c>Store:*</c>.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>One node with a file of its own, or many with one database.</summary>
    public StoreProvider Provider { get; set; }

    /// <summary>The SQLite file; relative to the data directory.</summary>
    public string File { get; set; } = "portal.db";

    /// <summary>How PostgreSQL is reached. It holds a password: never on a command line, never in a log.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>A file that holds the connection string and that only the portal's user may read, instead.</summary>
    public string? ConnectionFile { get; set; }

    /// <summary>The server and the port of the database; null when the store is a file or behind a socket of this machine.</summary>
    public (string Host, int Port)? Server =>
        Provider == StoreProvider.PostgreSql && TryRead() is { Host: { Length: > 0 } host } connection && !IsLocalSocket(connection) ? (host, connection.Port) : null;

    /// <summary>Every problem, as a sentence that names the setting.</summary>
    public IEnumerable<string> Problems(bool evaluation)
    {
        if (Provider != StoreProvider.PostgreSql)
            yield break;
        if (string.IsNullOrEmpty(ConnectionString) == string.IsNullOrEmpty(ConnectionFile))
            yield return "Store:ConnectionString or Store:ConnectionFile, one of them, must say how PostgreSQL is reached.";
        else if (ConnectionFile is { Length: > 0 } && !System.IO.File.Exists(ConnectionFile))
            yield return "Store:ConnectionFile names a file that is not there.";
        else if (TryRead() is not { } connection)
            yield return "Store:ConnectionString is no connection string that can be read.";
        else if (!evaluation && !IsLocalSocket(connection) && connection.SslMode is not (SslMode.VerifyFull or SslMode.VerifyCA))
            yield return "Store:ConnectionString must say SSL Mode=VerifyFull (or VerifyCA): the way to the database is encrypted, and to nobody else.";
    }

    internal NpgsqlConnectionStringBuilder Read()
    {
        // what it says stays out of what is thrown: it may be half a password
        return TryRead() ?? throw new InvalidOperationException("The store's connection string cannot be read.");
    }

    public override string ToString() => nameof(StoreOptions);

    private NpgsqlConnectionStringBuilder? TryRead()
    {
        try
        {
            return new(ConnectionFile is { Length: > 0 } file ? System.IO.File.ReadAllText(file).Trim() : ConnectionString);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsLocalSocket(NpgsqlConnectionStringBuilder connection) => connection.Host is { } host && host.StartsWith('/');
}

/// <summary>What keeps the store.</summary>
public enum StoreProvider
{
    Sqlite,
    PostgreSql,
}
