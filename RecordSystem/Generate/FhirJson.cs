using System.Globalization;
using System.Text.Json.Nodes;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>The small shapes that FHIR resources are made of.</summary>
internal static class FhirJson
{
    public const string Terminology = "http://terminology.hl7.org/CodeSystem/";

    public static JsonObject Resource(string type, string id, string? sensitivity = null)
    {
        var resource = new JsonObject { ["resourceType"] = type, ["id"] = id };
        if (sensitivity is not null) resource["meta"] = new JsonObject { ["security"] = new JsonArray(Coding(Terminology + "v3-ActCode", sensitivity)) };
        return resource;
    }

    public static JsonObject Coding(string system, string code) => new() { ["system"] = system, ["code"] = code };

    public static JsonObject Concept(string system, string code, string? text = null)
    {
        var concept = new JsonObject { ["coding"] = new JsonArray(Coding(system, code)) };
        if (text is not null) concept["text"] = text;
        return concept;
    }

    public static JsonObject Concept(Code code) => Concept(code.System, code.Value, code.Text);

    public static JsonObject Reference(string target, string? display = null)
    {
        var reference = new JsonObject { ["reference"] = target };
        if (display is not null) reference["display"] = display;
        return reference;
    }

    public static JsonObject Identifier(string typeSystem, string type, string system, string value) =>
        new() { ["type"] = Concept(typeSystem, type), ["system"] = system, ["value"] = value };

    public static JsonObject Money(decimal amount) => new() { ["value"] = amount, ["currency"] = "USD" };

    public static JsonObject Quantity(decimal value, string unit, string code) =>
        new() { ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = code };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateOnly day, int minutes) =>
        day.ToDateTime(TimeOnly.MinValue.AddMinutes(minutes)).ToString("yyyy-MM-dd'T'HH:mm:ss'-05:00'", CultureInfo.InvariantCulture);

    public static JsonObject Period(string start, string? end = null)
    {
        var period = new JsonObject { ["start"] = start };
        if (end is not null) period["end"] = end;
        return period;
    }
}
