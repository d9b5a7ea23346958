using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Search;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>
/// Where the references of a file lead. Full URLs with a uuid are kept as sixteen bytes each, since a large file has very many;
/// full URLs of a server are known by their base.
/// </summary>
internal sealed partial class ReferenceMap(SqliteConnection connection)
{
    private readonly Dictionary<Guid, (string Type, string? OtherId)> _byUuid = [];
    private readonly Dictionary<string, string> _byUrl = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bases = new(StringComparer.Ordinal);

    public void Add(string fullUrl, string type, string id)
    {
        if (Uuid(fullUrl) is { } uuid) _byUuid[uuid] = (string.Intern(type), id == uuid.ToString() ? null : id);
        else if (fullUrl.EndsWith($"/{type}/{id}", StringComparison.Ordinal)) _bases.Add(fullUrl[..^(type.Length + id.Length + 1)]);
        else _byUrl[fullUrl] = $"{type}/{id}";
    }

    public string Resolve(string reference)
    {
        if (Uuid(reference) is { } uuid) return _byUuid.TryGetValue(uuid, out var found) ? $"{found.Type}/{found.OtherId ?? uuid.ToString()}" : reference;
        if (_byUrl.TryGetValue(reference, out var known)) return known;
        if (Conditional().IsMatch(reference)) return Find(reference) ?? throw new NotYetThere();
        return _bases.FirstOrDefault(start => reference.StartsWith(start, StringComparison.Ordinal)) is { } own ? reference[own.Length..] : reference;
    }

    /// <summary>The one resource that a search of the form Type?identifier=system|value finds, or null.</summary>
    public string? Find(string search)
    {
        var parts = search.Split('?', 2);
        if (parts[1].Split('=', 2) is not ["identifier", var identifier]) throw new ImportRefusal("A conditional reference or request is not by identifier");
        using var command = Store.Sql.Prepare(connection, """
            SELECT DISTINCT r.type || '/' || r.id FROM token_value v JOIN resource r ON r.key = v.resource
            WHERE v.type = $type AND v.param = 'identifier' AND v.code = $code AND ($system IS NULL OR v.system = $system) LIMIT 2
            """, "$type", "$system", "$code");
        var (system, code) = OrValues.Token(Uri.UnescapeDataString(identifier));
        using var reader = Store.Sql.With(command, parts[0], system, code).ExecuteReader();
        if (!reader.Read()) return null;
        var found = reader.GetString(0);
        return reader.Read() ? throw new ImportRefusal("A conditional reference or request fits more than one resource") : found;
    }

    private static Guid? Uuid(string url) =>
        url.StartsWith(BundleEntry.Urn, StringComparison.Ordinal) && Guid.TryParseExact(url.AsSpan(BundleEntry.Urn.Length), "D", out var uuid) ? uuid : null;

    [GeneratedRegex(@"^[A-Z][A-Za-z]+\?", RegexOptions.CultureInvariant)]
    private static partial Regex Conditional();
}
