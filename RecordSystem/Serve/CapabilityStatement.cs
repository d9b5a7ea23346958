using System.Text.Json;
using PrivacyPortal.RecordSystem.Search;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Says what this server can do, from the same tables that make it do so.</summary>
internal static class CapabilityStatement
{
    public static Task AnswerAsync(HttpContext http) => FhirResponse.WriteAsync(http, 200, Write);

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("status", "active");
        json.WriteString("date", "2026-01-01");
        json.WriteString("kind", "instance");
        json.WriteStartObject("software");
        json.WriteString("name", "PrivacyPortal evaluation record system");
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", "A stand-in for a plan's system of record, for evaluation with made-up people");
        json.WriteEndObject();
        json.WriteString("fhirVersion", "4.0.1");
        json.WriteStartArray("format");
        json.WriteStringValue("application/fhir+json");
        json.WriteStringValue("json");
        json.WriteEndArray();
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        json.WriteStartArray("resource");
        foreach (var type in SearchParameters.Types) WriteType(json, type);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("interaction");
        foreach (var interaction in (string[])["read", "search-type", .. CreateResource.Types.Contains(type) ? ["create"] : (string[])[], .. UpdateResource.Types.Contains(type) ? ["update"] : (string[])[]])
        {
            json.WriteStartObject();
            json.WriteString("code", interaction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("versioning", "versioned");
        if (CreateResource.Types.Contains(type)) json.WriteBoolean("conditionalCreate", true);
        var parameters = SearchParameters.Of(type);
        if (parameters.Any(p => p.Kind == SearchKind.Reference)) WriteIncludes(json, type, parameters);
        json.WriteStartArray("searchParam");
        WriteParameter(json, "_id", "token");
        WriteParameter(json, "_lastUpdated", "date");
        foreach (var parameter in parameters) WriteParameter(json, parameter.Name, KindName(parameter.Kind));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIncludes(Utf8JsonWriter json, string type, IReadOnlyList<SearchParameter> parameters)
    {
        json.WriteStartArray("searchInclude");
        foreach (var parameter in parameters.Where(p => p.Kind == SearchKind.Reference)) json.WriteStringValue($"{type}:{parameter.Name}");
        json.WriteEndArray();
    }

    private static void WriteParameter(Utf8JsonWriter json, string name, string kind)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("type", kind);
        json.WriteEndObject();
    }

    private static string KindName(SearchKind kind) => kind switch
    {
        SearchKind.Token => "token",
        SearchKind.Reference => "reference",
        SearchKind.Date => "date",
        SearchKind.Text => "string",
    };
}
