using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using PrivacyPortal.RecordSystem.Search;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Search by GET and by POST, and the later pages of a search.</summary>
internal sealed class SearchResources(Database database, Snapshots snapshots)
{
    public Task GetAsync(HttpContext http, string type) => AnswerAsync(http, type, Pairs(http.Request.Query));

    public async Task PostAsync(HttpContext http, string type)
    {
        var body = await RequestBody.ReadAsync(http.Request, "application/x-www-form-urlencoded");
        using var form = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = 200 };
        try
        {
            var posted = await form.ReadFormAsync(http.RequestAborted);
            await AnswerAsync(http, type, [.. Pairs(http.Request.Query), .. Pairs(posted)]);
        }
        catch (InvalidDataException)
        {
            throw FhirRefusal.BadRequest("invalid", "The form cannot be read.");
        }
    }

    public Task PageAsync(HttpContext http) =>
        snapshots.Find(http.Request.Query["_page"].ToString()) is { } snapshot ? WriteAsync(http, snapshot) : throw FhirRefusal.PageGone();

    private Task AnswerAsync(HttpContext http, string type, IEnumerable<(string Name, string Value)> parameters)
    {
        var strict = http.Request.Headers["Prefer"].Any(prefer => prefer?.Contains("handling=strict", StringComparison.OrdinalIgnoreCase) == true);
        var request = new SearchRequestReader(type, strict).Read(parameters);
        using var connection = database.Connect();
        var keys = new SearchSql(request, BaseUrl(http)).Keys(connection);
        return WriteAsync(http, new Snapshot(request, keys, 0, snapshots.NewEnd()));
    }

    private async Task WriteAsync(HttpContext http, Snapshot snapshot)
    {
        using var connection = database.Connect();
        using var view = connection.BeginTransaction(deferred: true);
        var page = SearchPage.Of(connection, snapshot.Request, snapshot.Keys.Skip(snapshot.Offset).Take(snapshot.Request.Count));
        var next = snapshot.Offset + snapshot.Request.Count;
        var token = snapshot.Request.Count > 0 && next < snapshot.Keys.Count ? snapshots.Keep(snapshot with { Offset = next }) : null;
        var bundle = new SearchBundle(BaseUrl(http), snapshot.Request.Self, snapshot.Keys.Count, token);
        await FhirResponse.WriteAsync(http, 200, json => bundle.WriteAsync(json, http, connection, page));
    }

    private static IEnumerable<(string Name, string Value)> Pairs(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values) =>
        values.SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? "")));

    private static IEnumerable<(string Name, string Value)> Pairs(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> values) =>
        Pairs(values.AsEnumerable());

    private static string BaseUrl(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{FhirServer.BasePath}";
}
