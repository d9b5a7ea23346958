using Microsoft.Data.Sqlite;

namespace PrivacyPortal.RecordSystem.Store;

internal enum PutResult { Added, Changed, Unchanged, Conflict }

/// <summary>Writes resources and their search values inside one transaction; nothing is seen until it is committed.</summary>
internal sealed class ResourceWriter : IDisposable
{
    private static readonly string[] ValueTables = ["token_value", "reference_value", "date_value", "text_value"];

    private readonly SqliteTransaction _transaction;
    private readonly DateTimeOffset _now;
    private readonly SqliteCommand _find, _insert, _update;
    private readonly SqliteCommand[] _forget;
    private readonly IndexWriter _index;
    private readonly HashSet<long> _written = [];

    public ResourceWriter(SqliteConnection connection, DateTimeOffset now)
    {
        _now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        _transaction = connection.BeginTransaction();
        _find = Sql.Prepare(connection, "SELECT key, version, hash FROM resource WHERE type = $type AND id = $id", "$type", "$id");
        _insert = Sql.Prepare(connection,
            "INSERT INTO resource(type, id, version, last_updated, hash, json) VALUES($type, $id, 1, $at, $hash, $json) RETURNING key",
            "$type", "$id", "$at", "$hash", "$json");
        _update = Sql.Prepare(connection,
            "UPDATE resource SET version = $version, last_updated = $at, hash = $hash, json = $json WHERE key = $key",
            "$key", "$version", "$at", "$hash", "$json");
        _forget = [.. ValueTables.Select(table => Sql.Prepare(connection, $"DELETE FROM {table} WHERE resource = $key", "$key"))];
        _index = new IndexWriter(connection);
    }

    /// <summary>Conflict: this transaction has already written the same type and id with other content.</summary>
    public PutResult Put(CanonicalResource resource)
    {
        var hash = resource.Hash();
        if (Find(resource) is not { } found)
        {
            var added = (long)_insert.With(resource.Type, resource.Id, _now.ToUnixTimeMilliseconds(), hash, resource.Stamped(1, _now)).ExecuteScalar()!;
            _written.Add(added);
            _index.Write(added, resource);
            return PutResult.Added;
        }

        var seen = !_written.Add(found.Key);
        if (found.Hash.AsSpan().SequenceEqual(hash)) return PutResult.Unchanged;
        if (seen) return PutResult.Conflict;
        var version = found.Version + 1;
        _update.With(found.Key, version, _now.ToUnixTimeMilliseconds(), hash, resource.Stamped(version, _now)).ExecuteNonQuery();
        foreach (var forget in _forget) forget.With(found.Key).ExecuteNonQuery();
        _index.Write(found.Key, resource);
        return PutResult.Changed;
    }

    public void Commit() => _transaction.Commit();

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_find, _insert, _update, .. _forget]) command.Dispose();
        _index.Dispose();
        _transaction.Dispose();
    }

    private (long Key, long Version, byte[] Hash)? Find(CanonicalResource resource)
    {
        using var reader = _find.With(resource.Type, resource.Id).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)) : null;
    }
}
