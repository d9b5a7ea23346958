using System.Text.Json.Nodes;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>Writes searchset pages, and small resources to put into them.</summary>
internal static class Searchset
{
    public static string Of(params string[] resources) => Page(resources.Length, null, resources);

    public static string Page(int? total, string? next, params string[] resources) =>
        Entries(total, next, [.. resources.Select(resource => $$"""{"resource":{{resource}},"search":{"mode":"match"} }""")]);

    public static string Entries(int? total, string? next, params string[] entries)
    {
        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset" };
        if (total is not null)
            bundle["total"] = total;
        if (next is not null)
            bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "self", ["url"] = "https://records.example/fhir/self" }, new JsonObject { ["relation"] = "next", ["url"] = next });
        // entries are put in as text, so that they may be as wrong as a test wants them
        var text = bundle.ToJsonString();
        return text[..^1] + ",\"entry\":[" + string.Join(',', entries) + "]}";
    }

    public static string Claim(string id, string member = "amy", string more = "") =>
        $$"""{"resourceType":"ExplanationOfBenefit","id":"{{id}}","status":"active","use":"claim","patient":{"reference":"Patient/{{member}}"}{{more}} }""";

    public static string ClaimOf(string id, string patientJson) => $$"""{"resourceType":"ExplanationOfBenefit","id":"{{id}}","patient":{{patientJson}} }""";
}
