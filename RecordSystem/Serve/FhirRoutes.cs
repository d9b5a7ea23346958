using PrivacyPortal.RecordSystem.Search;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>All addresses of this server in one place.</summary>
internal sealed class FhirRoutes(Database database, TimeProvider clock)
{
    private readonly ReadResource _read = new(database);
    private readonly SearchResources _search = new(database, new Snapshots(clock));
    private readonly CreateResource _create = new(database, clock);
    private readonly UpdateResource _update = new(database, clock);

    public Task AnswerAsync(HttpContext http)
    {
        Accepting.Check(http.Request);
        var path = http.Request.Path.Value ?? "";
        if (path != FhirServer.BasePath && !path.StartsWith(FhirServer.BasePath + "/", StringComparison.Ordinal)) throw FhirRefusal.NotFound();
        var parts = path[FhirServer.BasePath.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var method = http.Request.Method;
        return parts switch
        {
            [] when http.Request.Query.ContainsKey("_page") => Only(method, "GET", () => _search.PageAsync(http)),
            ["metadata"] => Only(method, "GET", () => CapabilityStatement.AnswerAsync(http)),
            [var type, ..] when !SearchParameters.IsResourceType(type) => throw FhirRefusal.NotFound(),
            [var type] when HttpMethods.IsPost(method) => _create.AnswerAsync(http, type),
            [var type] => Only(method, "GET", () => _search.GetAsync(http, type)),
            [var type, "_search"] => Only(method, "POST", () => _search.PostAsync(http, type)),
            [var type, var id] when HttpMethods.IsPut(method) => _update.AnswerAsync(http, type, id),
            [var type, var id] => Only(method, "GET", () => _read.AnswerAsync(http, type, id)),
            [var type, var id, "_history", var version] => Only(method, "GET", () => _read.AnswerAsync(http, type, id, version)),
            _ => throw FhirRefusal.NotFound(),
        };
    }

    private static Task Only(string method, string allowed, Func<Task> answer) =>
        method == allowed ? answer() : throw FhirRefusal.NotAllowed();
}
