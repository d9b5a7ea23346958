using System.Globalization;
using System.Text.Json;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>PUT of a task that there is already: how far it has come. With If-Match only over the version that it names.</summary>
internal sealed class UpdateResource(Database database, TimeProvider clock)
{
    public static readonly IReadOnlySet<string> Types = new HashSet<string> { "Task" };

    public async Task AnswerAsync(HttpContext http, string type, string id)
    {
        if (!Types.Contains(type)) throw FhirRefusal.NotAllowed();
        var body = await RequestBody.ReadAsync(http.Request, "application/fhir+json", "application/json");
        var issues = Conformance.IssuesOf(body);
        if (issues.Count > 0)
            throw new FhirRefusal(400, "invalid", "The content is not a valid resource.") { Details = [.. issues.Select(issue => issue.Text).Distinct().Take(20)] };
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.GetProperty("resourceType").GetString() != type)
            throw FhirRefusal.BadRequest("invalid", "The content is of another type than the address.");
        if (!document.RootElement.TryGetProperty("id", out var named) || named.GetString() != id)
            throw FhirRefusal.BadRequest("invalid", "The content has another id than the address.");
        var resource = new ResourceRewriter(reference => reference).Rewrite(document.RootElement, type, id);
        using var connection = database.Connect();
        using (var writer = new ResourceWriter(connection, clock.GetUtcNow()))
        {
            // read inside the writer's transaction: of two at once, the second sees the first
            if (VersionOf(connection, type, id) is not { } version) throw FhirRefusal.NotFound();
            if (http.Request.Headers.IfMatch is { Count: > 0 } wanted && wanted.ToString() != Tag(version))
                throw new FhirRefusal(412, "conflict", "There is another version by now.");
            writer.Put(resource);
            writer.Commit();
        }

        http.Response.Headers.ETag = Tag(VersionOf(connection, type, id) ?? 0);
        http.Response.StatusCode = 200;
    }

    private static long? VersionOf(Microsoft.Data.Sqlite.SqliteConnection connection, string type, string id)
    {
        using var read = Sql.Prepare(connection, "SELECT version FROM resource WHERE type = $type AND id = $id", "$type", "$id").With(type, id);
        return read.ExecuteScalar() as long?;
    }

    private static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");
}
