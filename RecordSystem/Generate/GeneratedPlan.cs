using System.Text.Json;
using System.Text.Json.Nodes;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>A whole made-up plan: the same seed gives the same bytes, one resource in memory at a time.</summary>
internal sealed record GeneratedPlan(int Members, int Seed, int? ClaimsOfFirst, DateOnly AsOf)
{
    private const int FlushAt = 64 * 1024;

    public IEnumerable<JsonObject> Resources() =>
        PlanDirectory.Resources().Concat(Enumerable.Range(0, Members).SelectMany(index => MakeMember.Of(Member.Of(Seed, index, AsOf), index == 0 ? ClaimsOfFirst : null)));

    public int WriteTo(Stream stream)
    {
        var count = 0;
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "transaction");
        json.WriteStartArray("entry");
        foreach (var resource in Resources())
        {
            var address = $"{(string?)resource["resourceType"]}/{(string?)resource["id"]}";
            json.WriteStartObject();
            json.WriteString("fullUrl", $"https://plan.example/fhir/{address}");
            json.WritePropertyName("resource");
            resource.WriteTo(json);
            json.WriteStartObject("request");
            json.WriteString("method", "PUT");
            json.WriteString("url", address);
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > FlushAt) json.Flush();
            count++;
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return count;
    }

    public int WriteTo(Database database, DateTimeOffset now)
    {
        var count = 0;
        using var connection = database.Connect();
        using var writer = new ResourceWriter(connection, now);
        var rewriter = new ResourceRewriter(reference => reference);
        foreach (var resource in Resources())
        {
            using var document = JsonDocument.Parse(resource.ToJsonString());
            writer.Put(rewriter.Rewrite(document.RootElement, (string)resource["resourceType"]!, (string)resource["id"]!));
            count++;
        }

        writer.Commit();
        return count;
    }
}
