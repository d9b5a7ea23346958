using System.Globalization;
using System.Text.Json;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>POST of what members write: messages and tasks, in strict FHIR, under an id of this server.</summary>
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
        using (var connection = database.Connect())
        using (var writer = new ResourceWriter(connection, clock.GetUtcNow()))
        {
            writer.Put(resource);
            writer.Commit();
        }

        await AnswerCreatedAsync(http, resource);
    }

    private async Task AnswerCreatedAsync(HttpContext http, CanonicalResource resource)
    {
        http.Response.Headers.Location = $"{http.Request.Scheme}://{http.Request.Host}{FhirServer.BasePath}/{resource.Type}/{resource.Id}/_history/1";
        http.Response.Headers.ETag = "W/\"1\"";
        var prefer = http.Request.Headers["Prefer"].ToString();
        if (prefer.Contains("return=minimal", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = 201;
            return;
        }

        if (prefer.Contains("return=OperationOutcome", StringComparison.OrdinalIgnoreCase))
        {
            await FhirResponse.WriteAsync(http, 201, WriteCreated);
            return;
        }

        using var connection = database.Connect();
        using var read = Sql.Prepare(connection, "SELECT last_updated, json FROM resource WHERE type = $type AND id = $id", "$type", "$id").With(resource.Type, resource.Id);
        using var reader = read.ExecuteReader();
        reader.Read();
        http.Response.Headers.LastModified = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)).ToString("R", CultureInfo.InvariantCulture);
        await FhirResponse.WriteRawAsync(http, 201, reader.GetFieldValue<byte[]>(1));
    }

    private static void WriteCreated(Utf8JsonWriter json) =>
        json.WriteRawValue("""{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational","details":{"text":"Created."}}]}"""u8);
}
