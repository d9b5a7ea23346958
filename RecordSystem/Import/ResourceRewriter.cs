using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>Copies a resource into its stored form: compact, id and meta first, references resolved, numbers and texts untouched.</summary>
internal sealed class ResourceRewriter(Func<string, string> resolve)
{
    // stored JSON is served as JSON, never inside a page
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public CanonicalResource Rewrite(JsonElement resource, string type, string id)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", type);
            json.WriteString("id", id);
            json.WriteStartObject("meta");
            if (resource.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object)
                foreach (var part in meta.EnumerateObject().Where(part => part.Name is not ("versionId" or "lastUpdated"))) Write(json, part);
            json.WriteEndObject();
            foreach (var part in resource.EnumerateObject().Where(part => part.Name is not ("resourceType" or "id" or "meta"))) Write(json, part);
            json.WriteEndObject();
        }

        return new CanonicalResource(type, id, bytes.WrittenSpan.ToArray());
    }

    private void Write(Utf8JsonWriter json, JsonProperty property)
    {
        json.WritePropertyName(property.Name);
        if (property.Name is "reference" or "url" && property.Value.ValueKind == JsonValueKind.String)
        {
            var text = property.Value.GetString()!;
            json.WriteStringValue(property.Name == "reference" || text.StartsWith(BundleEntry.Urn, StringComparison.Ordinal) ? resolve(text) : text);
        }
        else Write(json, property.Value);
    }

    private void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject()) Write(json, property);
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(json, item);
                json.WriteEndArray();
                break;
            case JsonValueKind.Number:
                // as it was written: 1.10 stays 1.10
                json.WriteRawValue(element.GetRawText(), skipInputValidation: true);
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
