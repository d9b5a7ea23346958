using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>A member's record in which every text is a canary, as a FHIR bundle. The plan page's canary is another, so that one page can be told from the rest.</summary>
internal static class CanaryRecord
{
    private const int Many = 60;
    private const string Terminology = "http://terminology.hl7.org/CodeSystem/";

    internal static JsonObject Bundle(IEnumerable<(string Patient, Canary Canary, Canary Plan)> members) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "collection",
        ["entry"] = Array(members.SelectMany(member => Of(member.Patient, member.Canary.Word, member.Plan.Word)).Select(resource => new JsonObject { ["resource"] = resource })),
    };

    private static IEnumerable<JsonObject> Of(string patient, string word, string plan)
    {
        yield return Parse($$"""
            { "resourceType": "Patient", "id": "{{patient}}", "active": true, "gender": "female", "birthDate": "1980-02-03",
              "name": [{ "use": "official", "family": "{{plan}}", "given": ["{{plan}}"] }],
              "identifier": [{ "type": { "coding": [{ "system": "{{Terminology}}v2-0203", "code": "MB" }] }, "system": "https://plan.example/member", "value": "{{plan}}" }],
              "telecom": [{ "system": "phone", "value": "{{plan}}" }], "address": [{ "line": ["{{plan}}"], "city": "{{plan}}" }] }
            """);
        yield return Parse($$"""
            { "resourceType": "Coverage", "id": "{{patient}}-coverage", "status": "active", "subscriberId": "{{plan}}",
              "beneficiary": { "reference": "Patient/{{patient}}" }, "payor": [{ "display": "{{plan}}" }], "type": { "text": "{{plan}}" },
              "class": [{ "type": { "coding": [{ "system": "{{Terminology}}coverage-class", "code": "group" }] }, "value": "{{plan}}", "name": "{{plan}}" }] }
            """);
        yield return Parse($$"""
            { "resourceType": "CareTeam", "id": "{{patient}}-team", "status": "active", "name": "{{word}}", "subject": { "reference": "Patient/{{patient}}" },
              "participant": [{ "member": { "display": "{{word}}" }, "role": [{ "text": "{{word}}" }] }] }
            """);
        for (var i = 0; i < Many; i++)
        {
            var (id, day) = ($"{patient}-{i}", new DateOnly(2025, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            yield return Parse($$"""
                { "resourceType": "ExplanationOfBenefit", "id": "{{id}}", "status": "active", "use": "claim", "outcome": "complete", "created": "{{day}}",
                  "type": { "coding": [{ "system": "{{Terminology}}claim-type", "code": "professional", "display": "{{word}}" }] },
                  "patient": { "reference": "Patient/{{patient}}" }, "billablePeriod": { "start": "{{day}}", "end": "{{day}}" },
                  "identifier": [{ "value": "{{word}}" }], "insurer": { "display": "{{word}}" }, "provider": { "display": "{{word}}" },
                  "insurance": [{ "focal": true, "coverage": { "reference": "Coverage/{{patient}}-coverage" } }],
                  "diagnosis": [{ "sequence": 1, "diagnosisCodeableConcept": { "text": "{{word}}" } }],
                  "item": [{ "sequence": 1, "productOrService": { "text": "{{word}}" }, "servicedDate": "{{day}}" }], "disposition": "{{word}}" }
                """);
            yield return Coded("Condition", id, patient, word, $$""" "recordedDate": "{{day}}" """);
            yield return Coded("Observation", id, patient, word, $$""" "status": "final", "effectiveDateTime": "{{day}}", "valueString": "{{word}}" """);
            yield return Parse($$"""
                { "resourceType": "MedicationRequest", "id": "{{id}}", "status": "active", "intent": "order", "authoredOn": "{{day}}",
                  "subject": { "reference": "Patient/{{patient}}" }, "medicationCodeableConcept": { "text": "{{word}}" }, "dosageInstruction": [{ "text": "{{word}}" }] }
                """);
        }
    }

    private static JsonObject Coded(string type, string id, string patient, string word, string more) => Parse($$"""
        { "resourceType": "{{type}}", "id": "{{id}}", "subject": { "reference": "Patient/{{patient}}" }, "code": { "text": "{{word}}" }, {{more}} }
        """);

    private static JsonObject Parse(string json) => JsonSerializer.Deserialize<JsonObject>(json)!;

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];
}
