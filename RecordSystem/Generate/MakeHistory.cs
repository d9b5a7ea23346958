using System.Text.Json.Nodes;
using static PrivacyPortal.RecordSystem.Generate.FhirJson;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>Conditions, medicines, allergies, immunizations and procedures.</summary>
internal static class MakeHistory
{
    private static readonly Code[] Allergens =
        [Code.Snomed("91936005", "Penicillin"), Code.Snomed("91935009", "Peanuts"), Code.Snomed("300913006", "Shellfish"), Code.Snomed("300916003", "Latex")];

    private static readonly Code[] Vaccines =
        [Code.Cvx("140", "Influenza vaccine"), Code.Cvx("115", "Tetanus, diphtheria and pertussis vaccine"), Code.Cvx("133", "Pneumococcal vaccine"), Code.Cvx("309", "COVID-19 vaccine")];

    private static readonly Code[] Procedures =
        [Code.Snomed("73761001", "Colonoscopy"), Code.Snomed("80146002", "Appendix removal"), Code.Snomed("54885007", "Cataract surgery"), Code.Snomed("274031008", "Wound closure")];

    public static JsonObject Condition(Member member, Illness illness)
    {
        var onset = member.DayWithin(3600);
        var condition = Resource("Condition", member.Id($"condition-{illness.Diagnosis.Value}"), illness.Sensitivity);
        condition["clinicalStatus"] = Concept(Terminology + "condition-clinical", member.Random.Bool(0.85f) ? "active" : "resolved");
        condition["verificationStatus"] = Concept(Terminology + "condition-ver-status", "confirmed");
        condition["category"] = new JsonArray(Concept(Terminology + "condition-category", "problem-list-item"));
        condition["code"] = new JsonObject
        {
            ["coding"] = new JsonArray(Coding(illness.Problem.System, illness.Problem.Value), Coding(illness.Diagnosis.System, illness.Diagnosis.Value)),
            ["text"] = illness.Problem.Text,
        };
        condition["subject"] = Reference(member.Patient);
        condition["onsetDateTime"] = Day(onset);
        condition["recordedDate"] = Day(onset);
        return condition;
    }

    public static JsonObject Medicine(Member member, Illness illness)
    {
        var request = Resource("MedicationRequest", member.Id($"medicine-{illness.Diagnosis.Value}"), illness.Sensitivity);
        request["status"] = member.Random.Bool(0.8f) ? "active" : "stopped";
        request["intent"] = "order";
        request["medicationCodeableConcept"] = Concept(illness.Medicine!);
        request["subject"] = Reference(member.Patient);
        request["authoredOn"] = Day(member.DayWithin(700));
        request["requester"] = Reference($"Practitioner/{member.Doctor.Id}", member.Doctor.Name);
        request["reasonReference"] = new JsonArray(Reference($"Condition/{member.Id($"condition-{illness.Diagnosis.Value}")}"));
        request["dosageInstruction"] = new JsonArray(new JsonObject { ["text"] = illness.Directions! });
        return request;
    }

    public static IEnumerable<JsonObject> Allergies(Member member) =>
        member.Random.ArrayElements(Allergens, member.Random.Int(0, 2)).Select((allergen, i) =>
        {
            var allergy = Resource("AllergyIntolerance", member.Id("allergy", i));
            allergy["clinicalStatus"] = Concept(Terminology + "allergyintolerance-clinical", "active");
            allergy["verificationStatus"] = Concept(Terminology + "allergyintolerance-verification", "confirmed");
            allergy["criticality"] = member.Random.Bool() ? "low" : "high";
            allergy["code"] = Concept(allergen);
            allergy["patient"] = Reference(member.Patient);
            allergy["recordedDate"] = Day(member.DayWithin(4000));
            return allergy;
        });

    public static IEnumerable<JsonObject> Immunizations(Member member) =>
        member.Random.ArrayElements(Vaccines, member.Random.Int(2, 4)).Select((vaccine, i) =>
        {
            var immunization = Resource("Immunization", member.Id("immunization", i));
            immunization["status"] = "completed";
            immunization["vaccineCode"] = Concept(vaccine);
            immunization["patient"] = Reference(member.Patient);
            immunization["occurrenceDateTime"] = Day(member.DayWithin(1500));
            immunization["primarySource"] = true;
            return immunization;
        });

    public static IEnumerable<JsonObject> DoneProcedures(Member member) =>
        member.Random.ArrayElements(Procedures, member.Random.Int(0, 2)).Select((code, i) =>
        {
            var procedure = Resource("Procedure", member.Id("procedure", i));
            procedure["status"] = "completed";
            procedure["code"] = Concept(code);
            procedure["subject"] = Reference(member.Patient);
            procedure["performedDateTime"] = Day(member.DayWithin(2500));
            return procedure;
        });
}
