using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Serve;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>Turns a search into one statement that gives the keys of the matches in order.</summary>
internal sealed class SearchSql(SearchRequest request, string baseUrl)
{
    private readonly List<object> _values = [];

    public List<long> Keys(SqliteConnection connection)
    {
        var conditions = request.Criteria.Select(Condition).Prepend($"r.type = {Bind(request.Type)}").ToList();
        var order = request.Sort.Select(Order).Append("r.key");
        using var command = Sql.Prepare(connection, $"SELECT r.key FROM resource r WHERE {string.Join(" AND ", conditions)} ORDER BY {string.Join(", ", order)}");
        for (var i = 0; i < _values.Count; i++) command.Parameters.AddWithValue($"$p{i}", _values[i]);
        using var reader = command.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read()) keys.Add(reader.GetInt64(0));
        return keys;
    }

    private string Bind(object value)
    {
        _values.Add(value);
        return $"$p{_values.Count - 1}";
    }

    private string Order(SortKey key)
    {
        var direction = key.Descending ? "DESC" : "ASC";
        return key.Name switch
        {
            "_id" => $"r.id {direction}",
            "_lastUpdated" => $"r.last_updated {direction}",
            _ => $"(SELECT {(key.Descending ? "MAX" : "MIN")}(v.low) FROM date_value v WHERE v.resource = r.key AND v.param = {Bind(key.Name)}) {direction} NULLS LAST",
        };
    }

    private string Condition(Criterion criterion) => criterion.Parameter switch
    {
        null when criterion.Name == "_id" => Any(criterion, value => $"r.id = {Bind(OrValues.Plain(value))}"),
        // milliseconds since 1970, as ticks since year 1
        null => Any(criterion, value => DateSql.Compare(value, "(r.last_updated * 10000 + 621355968000000000)", "(r.last_updated * 10000 + 621355968000009999)", Bind)),
        { Kind: SearchKind.Token } token => Any(criterion, value => TokenCondition(token, value)),
        { Kind: SearchKind.Date } date => Any(criterion, value =>
            $"EXISTS(SELECT 1 FROM date_value v WHERE v.resource = r.key AND v.param = {Bind(date.Name)} AND {DateSql.Compare(value, "v.low", "v.high", Bind)})"),
        { Kind: SearchKind.Reference } reference => ReferenceCondition(reference, criterion),
        { Kind: SearchKind.Text } text => Any(criterion, value => TextCondition(text, value)),
        _ => throw new InvalidOperationException("an unknown kind of search parameter"),
    };

    private static string Any(Criterion criterion, Func<string, string> one) => $"({string.Join(" OR ", criterion.Values.Select(one).DefaultIfEmpty("0"))})";

    private string TokenCondition(SearchParameter parameter, string value)
    {
        var (system, code) = OrValues.Token(value);
        var wanted = code.Length > 0 ? $" AND v.code = {Bind(code)}" : "";
        if (system is not null) wanted += $" AND v.system = {Bind(system)}";
        // an identifier names few resources: start from it; a status fits many: only look it up
        return parameter.Name == "identifier"
            ? $"r.key IN (SELECT v.resource FROM token_value v WHERE v.type = {Bind(request.Type)} AND v.param = {Bind(parameter.Name)}{wanted})"
            : $"EXISTS(SELECT 1 FROM token_value v WHERE v.resource = r.key AND v.param = {Bind(parameter.Name)}{wanted})";
    }

    private string ReferenceCondition(SearchParameter parameter, Criterion criterion)
    {
        var targets = criterion.Values.Select(value => Target(OrValues.Plain(value), criterion.TargetType ?? parameter.Target)).ToList();
        var exact = string.Join(", ", targets.Where(target => target.Contains('/', StringComparison.Ordinal)).Select(target => Bind(target)));
        var byId = targets.Where(target => !target.Contains('/', StringComparison.Ordinal)).Select(target => $" OR v.target GLOB {Bind("*/" + GlobEscape(target))}");
        return $"r.key IN (SELECT v.resource FROM reference_value v WHERE v.type = {Bind(request.Type)} AND v.param = {Bind(parameter.Name)} AND (v.target IN ({exact}){string.Concat(byId)}))";
    }

    private string Target(string value, string? type)
    {
        if (value.StartsWith(baseUrl + "/", StringComparison.Ordinal)) value = value[(baseUrl.Length + 1)..];
        return type is not null && !value.Contains('/', StringComparison.Ordinal) ? $"{type}/{value}" : value;
    }

    private static string GlobEscape(string id) =>
        id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? id : throw FhirRefusal.BadRequest("value", "A reference in the search is not an id.");

    private string TextCondition(SearchParameter parameter, string value)
    {
        var folded = FoldedText.Of(OrValues.Plain(value));
        return $"r.key IN (SELECT v.resource FROM text_value v WHERE v.type = {Bind(request.Type)} AND v.param = {Bind(parameter.Name)} AND substr(v.value, 1, {Bind(folded.Length)}) = {Bind(folded)})";
    }
}
