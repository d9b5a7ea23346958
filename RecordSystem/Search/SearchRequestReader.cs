using System.Globalization;
using PrivacyPortal.RecordSystem.Serve;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>Understands the parameters of a search. Unknown ones are left out, or refused when the client asked for strict handling.</summary>
internal sealed class SearchRequestReader(string type, bool strict)
{
    private const int DefaultCount = 100;
    private const int MostCount = 500;
    private const int MostValues = 500;
    private const int MostCriteria = 50;

    private readonly List<Criterion> _criteria = [];
    private readonly List<SortKey> _sort = [];
    private readonly List<Include> _includes = [];
    private readonly List<(string Name, string Value)> _used = [];
    private int _count = DefaultCount;

    public SearchRequest Read(IEnumerable<(string Name, string Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (value.Length == 0) continue;
            if (Take(name, value)) _used.Add((name, value));
            else if (strict) throw FhirRefusal.BadRequest("not-supported", "A search parameter is not known here, and strict handling was asked for.");
        }

        var self = type + string.Concat(_used.Select((p, i) => $"{(i == 0 ? '?' : '&')}{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));
        return new SearchRequest(type, _criteria, _sort, _includes, _count, self);
    }

    private bool Take(string name, string value) => name switch
    {
        "_count" => TakeCount(value),
        "_sort" => TakeSort(value),
        "_include" => TakeInclude(value),
        "_total" => true,
        "_format" => value is "json" or "application/json" or "application/fhir+json" ? true : throw FhirRefusal.NotAcceptable(),
        _ => TakeCriterion(name, value),
    };

    private bool TakeCount(string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw FhirRefusal.BadRequest("value", "_count must be a whole number.");
        _count = Math.Min(count, MostCount);
        return true;
    }

    private bool TakeSort(string value)
    {
        var keys = value.Split(',').Select(key => new SortKey(key.TrimStart('-'), key.StartsWith('-'))).ToList();
        if (!keys.All(key => key.Name is "_id" or "_lastUpdated" || SearchParameters.Find(type, key.Name)?.Kind == SearchKind.Date)) return false;
        _sort.AddRange(keys);
        return true;
    }

    private bool TakeInclude(string value)
    {
        var parts = value.Split(':');
        if (parts.Length is not (2 or 3) || parts[0] != type || SearchParameters.Find(type, parts[1])?.Kind != SearchKind.Reference) return false;
        _includes.Add(new Include(parts[0], parts[1], parts.Length == 3 ? parts[2] : null));
        return true;
    }

    private bool TakeCriterion(string name, string value)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (bare, modifier) = colon < 0 ? (name, null) : (name[..colon], name[(colon + 1)..]);
        var parameter = SearchParameters.Find(type, bare);
        if (parameter is null && bare is not ("_id" or "_lastUpdated")) return false;
        if (modifier is not null && (parameter?.Kind != SearchKind.Reference || !SearchParameters.IsResourceType(modifier)))
            throw FhirRefusal.BadRequest("not-supported", "A search modifier is not known here.");
        var values = OrValues.Split(value).ToList();
        if (values.Count > MostValues || _criteria.Count == MostCriteria) throw FhirRefusal.BadRequest("too-costly", "The search has more conditions than this server takes.");
        _criteria.Add(new Criterion(bare, parameter, modifier, values));
        return true;
    }
}
