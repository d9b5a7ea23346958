using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Reads the resource of one entry, when it is of the type that was asked for. What cannot be read is nothing.</summary>
internal static class OneResource
{
    public static T? Read<T>(ReadOnlyMemory<byte> json, string type, Func<JsonElement, T?> read)
    {
        try
        {
            using var entry = JsonDocument.Parse(json);
            var resource = entry.RootElement.Object("resource"u8);
            return resource.Text("resourceType"u8) == type ? read(resource) : default;
        }
        catch (Exception e) when (e is MalformedEntryException or JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
