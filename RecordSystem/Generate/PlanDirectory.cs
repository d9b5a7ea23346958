using System.Text.Json.Nodes;
using static PrivacyPortal.RecordSystem.Generate.FhirJson;

namespace PrivacyPortal.RecordSystem.Generate;

internal sealed record Provider(string Id, string Name, string OrganizationId, bool InNetwork);

/// <summary>The plan and those who treat its members: the same in every run, whatever the seed.</summary>
internal static class PlanDirectory
{
    public const string PayerId = "generated-plan";
    public const string PayerName = "Evaluation Health Plan";

    private static readonly (string Id, string Name, bool InNetwork)[] Places =
    [
        ("generated-org-1", "Harborview Family Practice", true), ("generated-org-2", "Mill Creek Clinic", true),
        ("generated-org-3", "St. Brendan Hospital", true), ("generated-org-4", "Corner Pharmacy", true), ("generated-org-5", "Lakeside Specialists", false),
    ];

    private static readonly (string Family, string Given, int Place)[] People =
    [
        ("Okafor", "Ngozi", 0), ("Lindqvist", "Maja", 0), ("Herrera", "Tomás", 1), ("Whitcombe", "Anne", 1),
        ("Tanaka", "Kenji", 2), ("Moreau", "Élise", 2), ("Abara", "Samuel", 4), ("Petrova", "Irina", 4),
    ];

    public static IReadOnlyList<Provider> Practitioners { get; } =
        [.. People.Select((person, i) => new Provider($"generated-practitioner-{i + 1}", $"Dr. {person.Given} {person.Family}", Places[person.Place].Id, Places[person.Place].InNetwork))];

    public static (string Id, string Name) Hospital => (Places[2].Id, Places[2].Name);

    public static (string Id, string Name) Pharmacy => (Places[3].Id, Places[3].Name);

    public static IEnumerable<JsonObject> Resources()
    {
        yield return Organization(PayerId, PayerName, "pay", "+1-555-010-0100");
        foreach (var (place, i) in Places.Select((place, i) => (place, i))) yield return Organization(place.Id, place.Name, "prov", $"+1-555-010-02{i:00}");
        foreach (var (person, i) in People.Select((person, i) => (person, i)))
        {
            var practitioner = Resource("Practitioner", Practitioners[i].Id);
            practitioner["identifier"] = new JsonArray(Identifier(Terminology + "v2-0203", "NPI", "http://hl7.org/fhir/sid/us-npi", $"99999900{i:00}"));
            practitioner["active"] = true;
            practitioner["name"] = new JsonArray(new JsonObject { ["family"] = person.Family, ["given"] = new JsonArray(person.Given), ["prefix"] = new JsonArray("Dr.") });
            yield return practitioner;
        }
    }

    private static JsonObject Organization(string id, string name, string type, string phone)
    {
        var organization = Resource("Organization", id);
        organization["active"] = true;
        organization["type"] = new JsonArray(Concept(Terminology + "organization-type", type));
        organization["name"] = name;
        organization["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = phone, ["use"] = "work" });
        return organization;
    }
}
