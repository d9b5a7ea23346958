using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Search;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>POST of what members write: messages and tasks, in strict FHIR, under an id of this server. With If-None-Exist only where the search that it names finds nothing.</summary>
internal sealed class CreateResource(Database database, TimeProvider clock)
{
    public static readonly IReadOnlySet<string> Types = new HashSet<string> { "Communication", "Task" };

    public async Task AnswerAsync(HttpContext http, string type)
    {
        if (!Types.Contains(type)) throw FhirRefusal.NotAllowed();
        var body = await RequestBody.ReadAsync(http.Request, "application/fhir+json", "application/json");
        var issues = Conformance.IssuesOf(body);
        if (issues.Count > 0)
            throw new FhirRefusal(400, "invalid", "The content is not a valid resource.") { Details = [.. issues.Select(issue => issue.Text).Distinct().Take(20)] };
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.GetProperty("resourceType").GetString() != type)
            throw FhirRefusal.BadRequest("invalid", "The content is of another type than the address.");

        var resource = new ResourceRewriter(reference => reference).Rewrite(document.RootElement, type, Guid.NewGuid().ToString());
        var condition = Condition(http, type);
        (string Id, long Version)? there;
        using (var connection = database.Connect())
        using (var writer = new ResourceWriter(connection, clock.GetUtcNow()))
        {
            // searched inside the writer's transaction: of two at once, the second finds what the first has made
            there = condition is null ? null : TheOne(connection, condition, BaseUrl(http));
            if (there is null)
            {
                writer.Put(resource);
                writer.Commit();
            }
        }

        await AnswerAsync(http, type, there ?? (resource.Id, 1), there is null ? 201 : 200);
    }

    /// <summary>The search of If-None-Exist, or null without one. A condition that is not understood whole is refused: leaving a part out would find what it does not mean.</summary>
    private static SearchRequest? Condition(HttpContext http, string type)
    {
        if (!http.Request.Headers.TryGetValue("If-None-Exist", out var said)) return null;
        var pairs = QueryHelpers.ParseQuery(said.ToString()).SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? "")));
        var search = new SearchRequestReader(type, strict: true).Read(pairs);
        return search.Criteria.Count > 0 ? search : throw FhirRefusal.BadRequest("invalid", "If-None-Exist names no condition.");
    }

    private static (string Id, long Version)? TheOne(SqliteConnection connection, SearchRequest condition, string baseUrl)
    {
        var keys = new SearchSql(condition, baseUrl).Keys(connection);
        if (keys.Count > 1) throw new FhirRefusal(412, "multiple-matches", "If-None-Exist finds more than one resource.");
        if (keys.Count == 0) return null;
        using var read = Sql.Prepare(connection, "SELECT id, version FROM resource WHERE key = $key", "$key").With(keys[0]);
        using var reader = read.ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetInt64(1)) : null;
    }

    private static string BaseUrl(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{FhirServer.BasePath}";

    private async Task AnswerAsync(HttpContext http, string type, (string Id, long Version) resource, int status)
    {
        http.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{BaseUrl(http)}/{type}/{resource.Id}/_history/{resource.Version}");
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"W/\"{resource.Version}\"");
        var prefer = http.Request.Headers["Prefer"].ToString();
        if (prefer.Contains("return=minimal", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = status;
            return;
        }

        if (prefer.Contains("return=OperationOutcome", StringComparison.OrdinalIgnoreCase))
        {
            await FhirResponse.WriteAsync(http, status, json => json.WriteRawValue(status == 201 ? Created : Found));
            return;
        }

        using var connection = database.Connect();
        using var read = Sql.Prepare(connection, "SELECT last_updated, json FROM resource WHERE type = $type AND id = $id", "$type", "$id").With(type, resource.Id);
        using var reader = read.ExecuteReader();
        reader.Read();
        http.Response.Headers.LastModified = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)).ToString("R", CultureInfo.InvariantCulture);
        await FhirResponse.WriteRawAsync(http, status, reader.GetFieldValue<byte[]>(1));
    }

    private static ReadOnlySpan<byte> Created =>
        """{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational","details":{"text":"Created."}}]}"""u8;

    private static ReadOnlySpan<byte> Found =>
        """{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational","details":{"text":"It was there already; nothing was created."}}]}"""u8;
}
