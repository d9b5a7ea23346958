using System.Globalization;
using System.Text.Json.Nodes;
using static PrivacyPortal.RecordSystem.Generate.FhirJson;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>An ExplanationOfBenefit in the coding of CARIN's guide: the lines carry the amounts, the totals are their sums.</summary>
internal static class MakeClaim
{
    private const string Discriminator = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudicationDiscriminator";
    private static readonly string[] NetworkQuestions = ["benefitpaymentstatus", "billingnetworkstatus"];
    private const string PayerStatus = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBPayerAdjudicationStatus";

    public static JsonObject Of(Member member, Claim claim)
    {
        var created = claim.Day.AddDays(9) is var later && later > member.AsOf ? member.AsOf : later;
        var (seller, sellerName) = claim.Kind switch
        {
            ClaimKind.Pharmacy => ($"Organization/{PlanDirectory.Pharmacy.Id}", PlanDirectory.Pharmacy.Name),
            ClaimKind.Institutional => ($"Organization/{PlanDirectory.Hospital.Id}", PlanDirectory.Hospital.Name),
            ClaimKind.Professional => ($"Practitioner/{claim.Doctor.Id}", claim.Doctor.Name),
        };
        var eob = Resource("ExplanationOfBenefit", member.Id("eob", claim.Number), claim.Reason.Sensitivity);
        eob["identifier"] = new JsonArray(Identifier(
            "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBIdentifierType", "uc", "https://plan.example/claim-number",
            string.Create(CultureInfo.InvariantCulture, $"{member.SubscriberNumber}{member.Dependent}-{claim.Number:00000}")));
        eob["status"] = "active";
        eob["type"] = Concept(Terminology + "claim-type", claim.Kind.ToString().ToLowerInvariant());
        if (claim.Kind == ClaimKind.Institutional) eob["subType"] = Concept("http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBInstitutionalClaimSubType", "outpatient");
        eob["use"] = "claim";
        eob["patient"] = Reference(member.Patient);
        eob["billablePeriod"] = Period(Day(claim.Day), Day(claim.Day));
        eob["created"] = Day(created);
        eob["insurer"] = Reference($"Organization/{PlanDirectory.PayerId}", PlanDirectory.PayerName);
        eob["provider"] = Reference(seller, sellerName);
        eob["payee"] = new JsonObject { ["type"] = Concept(Terminology + "payeetype", "provider") };
        eob["outcome"] = "complete";
        eob["careTeam"] = new JsonArray(new JsonObject
        {
            ["sequence"] = 1,
            ["provider"] = Reference($"Practitioner/{claim.Doctor.Id}", claim.Doctor.Name),
            ["role"] = Concept(Terminology + "claimcareteamrole", claim.Kind == ClaimKind.Pharmacy ? "assist" : "primary"),
        });
        eob["diagnosis"] = new JsonArray(new JsonObject { ["sequence"] = 1, ["diagnosisCodeableConcept"] = Concept(claim.Reason.Diagnosis) });
        eob["insurance"] = new JsonArray(new JsonObject { ["focal"] = true, ["coverage"] = Reference($"Coverage/{member.Id("coverage")}") });
        eob["item"] = new JsonArray([.. claim.Lines.Select((line, i) => Item(claim, line, i + 1))]);
        if (claim.Kind != ClaimKind.Professional) eob["adjudication"] = new JsonArray([.. NetworkStatus(claim)]);
        eob["total"] = new JsonArray([.. claim.Lines.SelectMany(line => line.Amounts()).GroupBy(part => (part.System, part.Code))
            .Select(parts => (JsonNode)new JsonObject { ["category"] = Concept(parts.Key.System, parts.Key.Code), ["amount"] = Money(parts.Sum(part => part.Amount)) })]);
        eob["payment"] = new JsonObject
        {
            ["type"] = Concept(PayerStatus, claim.Denied ? "denied" : "paid"),
            ["date"] = Day(created),
            ["amount"] = Money(claim.Lines.Sum(line => line.Benefit)),
        };
        if (claim.Lines.Any(line => line.NonCovered > 0))
            eob["processNote"] = new JsonArray(new JsonObject { ["number"] = 1, ["type"] = "display", ["text"] = "This service is not covered by the plan." });
        return eob;
    }

    private static JsonObject Item(Claim claim, ClaimLine line, int sequence)
    {
        var item = new JsonObject { ["sequence"] = sequence, ["diagnosisSequence"] = new JsonArray(1), ["productOrService"] = Concept(line.Service), ["servicedDate"] = Day(claim.Day) };
        item["quantity"] = new JsonObject { ["value"] = claim.Kind == ClaimKind.Pharmacy ? 30 : 1 };
        if (claim.EncounterId is not null) item["encounter"] = new JsonArray(Reference($"Encounter/{claim.EncounterId}"));
        if (line.NonCovered > 0) item["noteNumber"] = new JsonArray(1);
        var amounts = line.Amounts().Select(part => (JsonNode)new JsonObject { ["category"] = Concept(part.System, part.Code), ["amount"] = Money(part.Amount) });
        item["adjudication"] = new JsonArray([.. amounts, .. claim.Kind == ClaimKind.Professional ? NetworkStatus(claim) : []]);
        return item;
    }

    private static IEnumerable<JsonNode> NetworkStatus(Claim claim) =>
        NetworkQuestions.Select(which => new JsonObject
        {
            ["category"] = Concept(Discriminator, which),
            ["reason"] = Concept(PayerStatus, claim.InNetwork ? "innetwork" : "outofnetwork"),
        });
}
