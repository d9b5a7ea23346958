using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What the portal needs and a capability statement does not name, one sentence of our own each. A server may do more than it says, so nothing is refused for it.</summary>
internal static class CapabilityReading
{
    private static readonly (string Type, string Parameter)[] Searches =
    [
        ("Coverage", "beneficiary"), ("ExplanationOfBenefit", "patient"), ("Encounter", "patient"), ("Procedure", "patient"), ("MedicationRequest", "patient"),
        ("Condition", "patient"), ("AllergyIntolerance", "patient"), ("Immunization", "patient"), ("CareTeam", "patient"), ("Observation", "patient"),
    ];

    /// <summary>Null when it is no capability statement.</summary>
    internal static IReadOnlyList<string>? Lacks(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var statement = JsonDocument.Parse(json);
            var root = statement.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "CapabilityStatement")
                return null;
            List<string> lacks = [];
            if (Text(root, "fhirVersion") is not { } version || !version.StartsWith("4.0", StringComparison.Ordinal))
                lacks.Add("The record system does not say that it speaks FHIR 4.0.");
            var resources = Each(root, "rest").Where(rest => Text(rest, "mode") == "server").SelectMany(rest => Each(rest, "resource")).ToLookup(resource => Text(resource, "type"));
            if (!resources.Contains("Patient"))
                lacks.Add("The record system does not say that it has Patient.");
            foreach (var (type, parameter) in Searches)
            {
                if (!resources[type].SelectMany(resource => Each(resource, "searchParam")).Any(search => Text(search, "name") == parameter))
                    lacks.Add($"The record system does not say that {type} can be searched by {parameter}.");
            }
            if (!resources["Communication"].SelectMany(resource => Each(resource, "interaction")).Any(interaction => Text(interaction, "code") == "create"))
                lacks.Add("The record system does not say that Communication can be created: letters and concerns need it.");
            return lacks;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement.ArrayEnumerator Each(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
}
