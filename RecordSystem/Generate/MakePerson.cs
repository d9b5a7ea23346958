using System.Text.Json.Nodes;
using static PrivacyPortal.RecordSystem.Generate.FhirJson;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>The member and the member's coverage.</summary>
internal static class MakePerson
{
    private const string MemberNumbers = "https://plan.example/member-number";

    public static JsonObject Patient(Member member)
    {
        var patient = Resource("Patient", member.PatientId);
        patient["identifier"] = new JsonArray(Identifier(Terminology + "v2-0203", "MB", MemberNumbers, member.MemberNumber));
        patient["active"] = true;
        patient["name"] = new JsonArray(new JsonObject { ["use"] = "official", ["family"] = member.Family, ["given"] = new JsonArray(member.Given, member.Middle) });
        patient["telecom"] = new JsonArray(
            new JsonObject { ["system"] = "phone", ["value"] = member.Random.Replace("+1-555-01#-####"), ["use"] = "home" },
            new JsonObject { ["system"] = "email", ["value"] = $"{member.MemberNumber.ToUpperInvariant()}@members.example" });
        patient["gender"] = member.Female ? "female" : "male";
        patient["birthDate"] = Day(member.Birth);
        patient["address"] = new JsonArray(new JsonObject
        {
            ["use"] = "home",
            ["line"] = new JsonArray(member.Faker.Address.StreetAddress()),
            ["city"] = member.Faker.Address.City(),
            ["state"] = member.Faker.Address.StateAbbr(),
            ["postalCode"] = member.Random.Replace("#####"),
            ["country"] = "US",
        });
        patient["communication"] = new JsonArray(new JsonObject { ["language"] = Concept("urn:ietf:bcp:47", "en"), ["preferred"] = true });
        patient["generalPractitioner"] = new JsonArray(Reference($"Practitioner/{member.Doctor.Id}", member.Doctor.Name));
        return patient;
    }

    public static JsonObject Coverage(Member member)
    {
        // a family has one plan
        var gold = member.Leader % 2 == 0;
        var coverage = Resource("Coverage", member.Id("coverage"));
        coverage["identifier"] = new JsonArray(Identifier(Terminology + "v2-0203", "MB", MemberNumbers, member.MemberNumber));
        coverage["status"] = "active";
        coverage["type"] = Concept(Terminology + "v3-ActCode", gold ? "PPO" : "HMO", gold ? "Preferred provider plan" : "Health maintenance plan");
        coverage["subscriber"] = Reference($"Patient/{member.SubscriberPatientId}");
        coverage["subscriberId"] = member.SubscriberNumber;
        coverage["beneficiary"] = Reference(member.Patient);
        coverage["dependent"] = member.Dependent;
        coverage["relationship"] = Concept(Terminology + "subscriber-relationship", member.Relationship);
        coverage["period"] = Period(Day(new DateOnly(member.AsOf.Year - 3, 1, 1)));
        coverage["payor"] = new JsonArray(Reference($"Organization/{PlanDirectory.PayerId}", PlanDirectory.PayerName));
        coverage["class"] = new JsonArray(
            Class("group", gold ? "G-10010" : "G-20020", gold ? "Harbor Tools Inc." : "Mill Creek Schools"),
            Class("plan", gold ? "P-GOLD" : "P-SILVER", gold ? "Gold Choice" : "Silver Care"),
            Class("rxbin", "009999", null), Class("rxpcn", "0099", null), Class("rxgroup", "EVAL01", null));
        coverage["order"] = 1;
        coverage["costToBeneficiary"] = new JsonArray(
            Cost("gpvisit", gold ? 20 : 30), Cost("spvisit", gold ? 40 : 60), Cost("emergency", 250), Cost("urgentcare", 50),
            new JsonObject { ["type"] = Concept(Terminology + "coverage-copay-type", "deductible"), ["valueMoney"] = Money(Claim.YearlyDeductible) },
            Cost("maxoutofpocket", 6000));
        return coverage;
    }

    private static JsonObject Class(string type, string value, string? name)
    {
        var part = new JsonObject { ["type"] = Concept(Terminology + "coverage-class", type), ["value"] = value };
        if (name is not null) part["name"] = name;
        return part;
    }

    private static JsonObject Cost(string type, decimal amount) => new() { ["type"] = Concept(Terminology + "coverage-copay-type", type), ["valueMoney"] = Money(amount) };
}
