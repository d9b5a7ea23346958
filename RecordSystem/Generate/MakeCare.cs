using System.Text;
using System.Text.Json.Nodes;
using static PrivacyPortal.RecordSystem.Generate.FhirJson;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>Visits, care team and documents.</summary>
internal static class MakeCare
{
    public static JsonObject Encounter(Member member, Claim claim)
    {
        var encounter = Resource("Encounter", claim.EncounterId!, claim.Reason.Sensitivity);
        var start = 8 * 60 + claim.Number * 37 % 480;
        encounter["status"] = "finished";
        encounter["class"] = Coding(Terminology + "v3-ActCode", claim.Kind == ClaimKind.Institutional ? "IMP" : "AMB");
        encounter["type"] = new JsonArray(Concept(claim.Lines[0].Service));
        encounter["subject"] = Reference(member.Patient);
        encounter["participant"] = new JsonArray(new JsonObject { ["individual"] = Reference($"Practitioner/{claim.Doctor.Id}", claim.Doctor.Name) });
        encounter["period"] = Period(Time(claim.Day, start), Time(claim.Day, start + 30));
        encounter["reasonCode"] = new JsonArray(Concept(claim.Reason.Problem));
        encounter["serviceProvider"] = Reference($"Organization/{claim.Doctor.OrganizationId}");
        return encounter;
    }

    public static JsonObject CareTeam(Member member)
    {
        var other = PlanDirectory.Practitioners[4 + member.Random.Int(0, 3)];
        var team = Resource("CareTeam", member.Id("careteam"));
        team["status"] = "active";
        team["name"] = "Care team";
        team["subject"] = Reference(member.Patient);
        team["period"] = Period(Day(new DateOnly(member.AsOf.Year - 2, 3, 1)));
        team["participant"] = new JsonArray(
            new JsonObject { ["role"] = new JsonArray(Concept(Code.Snomed("62247001", "Family doctor"))), ["member"] = Reference($"Practitioner/{member.Doctor.Id}", member.Doctor.Name) },
            new JsonObject { ["role"] = new JsonArray(Concept(Code.Snomed("69280009", "Specialist"))), ["member"] = Reference($"Practitioner/{other.Id}", other.Name) });
        return team;
    }

    public static JsonObject Document(Member member)
    {
        var day = member.DayWithin(300);
        var document = Resource("DocumentReference", member.Id("document"));
        document["status"] = "current";
        document["type"] = Concept(Code.Loinc("34133-9", "Summary of a visit"));
        document["category"] = new JsonArray(Concept("http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category", "clinical-note"));
        document["subject"] = Reference(member.Patient);
        document["date"] = Time(day, 17 * 60);
        document["author"] = new JsonArray(Reference($"Practitioner/{member.Doctor.Id}", member.Doctor.Name));
        document["content"] = new JsonArray(new JsonObject
        {
            ["attachment"] = new JsonObject
            {
                ["contentType"] = "text/plain",
                ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"Summary of the visit on {Day(day)}. No new complaints. Next visit in six months.")),
                ["title"] = "Visit summary",
            },
        });
        return document;
    }

    /// <summary>A letter of the plan, which lies in a Binary of its own.</summary>
    public static IEnumerable<JsonObject> Letter(Member member)
    {
        var text = $"Dear {member.Given} {member.Family},\n\nyour plan goes on in the new year as it is. Nothing has to be done.\n\n{PlanDirectory.PayerName}\n";
        var bytes = Encoding.UTF8.GetBytes(text);
        var binary = Resource("Binary", member.Id("binary"));
        binary["contentType"] = "text/plain";
        binary["data"] = Convert.ToBase64String(bytes);
        yield return binary;
        var document = Resource("DocumentReference", member.Id("letter"));
        document["status"] = "current";
        document["type"] = Concept(Code.Loinc("51851-4", "Letter of the plan"));
        document["subject"] = Reference(member.Patient);
        document["date"] = Time(Member.Later(member.Birth.AddDays(1), member.AsOf.AddDays(-20)), 9 * 60);
        document["author"] = new JsonArray(Reference($"Organization/{PlanDirectory.PayerId}", PlanDirectory.PayerName));
        document["content"] = new JsonArray(new JsonObject
        {
            ["attachment"] = new JsonObject { ["contentType"] = "text/plain", ["url"] = $"Binary/{member.Id("binary")}", ["size"] = bytes.Length, ["title"] = "Your plan next year" },
        });
        yield return document;
    }
}
