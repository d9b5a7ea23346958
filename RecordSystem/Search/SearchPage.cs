using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>One page: the keys of its matches and of what they include.</summary>
internal sealed record SearchPage(IReadOnlyList<long> Matches, IReadOnlyList<long> Included)
{
    public static SearchPage Of(SqliteConnection connection, SearchRequest request, IEnumerable<long> keys)
    {
        var matches = keys.ToList();
        if (request.Includes.Count == 0) return new SearchPage(matches, []);
        var shown = matches.ToHashSet();
        var included = new List<long>();
        using var targets = Sql.Prepare(connection, """
            SELECT t.key, t.type FROM reference_value v
            JOIN resource t ON t.type = substr(v.target, 1, instr(v.target, '/') - 1) AND t.id = substr(v.target, instr(v.target, '/') + 1)
            WHERE v.resource = $resource AND v.param = $param
            """, "$resource", "$param");
        foreach (var include in request.Includes)
        {
            foreach (var match in matches)
            {
                using var reader = targets.With(match, include.Parameter).ExecuteReader();
                while (reader.Read())
                    if ((include.TargetType is null || include.TargetType == reader.GetString(1)) && shown.Add(reader.GetInt64(0)))
                        included.Add(reader.GetInt64(0));
            }
        }

        return new SearchPage(matches, included);
    }
}
