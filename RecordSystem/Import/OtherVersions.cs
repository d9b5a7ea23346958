using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>
/// Knows FHIR R5, STU3 and DSTU2 by what R4 does not have. A lenient reader takes such resources for R4 with strange
/// extras, and would lose what stands in them.
/// </summary>
internal static partial class OtherVersions
{
    private static readonly FrozenDictionary<string, string[]> OnlyInR5 = new Dictionary<string, string[]>
    {
        ["AllergyIntolerance"] = ["participant"],
        ["Claim"] = ["traceNumber", "diagnosisRelatedGroup", "patientPaid"],
        ["Condition"] = ["participant"],
        ["Coverage"] = ["kind", "paymentBy", "insurer"],
        ["DocumentReference"] = ["modality", "bodySite", "facilityType", "practiceSetting", "attester"],
        ["Encounter"] = ["actualPeriod", "plannedStartDate", "plannedEndDate", "admission", "virtualService", "subjectStatus", "reason.value", "participant.actor"],
        ["ExplanationOfBenefit"] = ["traceNumber", "diagnosisRelatedGroup", "patientPaid", "event"],
        ["Immunization"] = ["administeredProduct", "informationSource", "supportingInformation"],
        ["Location"] = ["form", "virtualService"],
        ["Medication"] = ["doseForm", "totalVolume", "definition", "marketingAuthorizationHolder"],
        ["MedicationRequest"] = ["medication", "informationSource", "renderedDosageInstruction", "effectiveDosePeriod"],
        ["Observation"] = ["triggeredBy", "instantiatesCanonical", "bodyStructure"],
        ["Organization"] = ["qualification"],
        ["Practitioner"] = ["communication.language"],
        ["Procedure"] = ["occurrenceDateTime", "occurrencePeriod", "reportedBoolean", "reportedReference", "recorded"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> OnlyBeforeR4 = new Dictionary<string, string[]>
    {
        ["AllergyIntolerance"] = ["assertedDate", "substance"],
        ["CarePlan"] = ["context", "definition"],
        ["CareTeam"] = ["context"],
        ["Claim"] = ["organization", "information", "employmentImpacted"],
        ["Condition"] = ["context", "assertedDate", "dateRecorded"],
        ["Coverage"] = ["grouping", "group", "plan", "issuer", "bin"],
        ["DiagnosticReport"] = ["context", "image", "codedDiagnosis"],
        ["DocumentReference"] = ["class", "created", "indexed"],
        ["Encounter"] = ["incomingReferral", "patient", "indication"],
        ["ExplanationOfBenefit"] = ["organization", "information", "totalCost", "totalBenefit", "unallocDeductable", "employmentImpacted"],
        ["Immunization"] = ["notGiven", "wasNotGiven", "explanation", "vaccinationProtocol", "date", "practitioner"],
        ["Medication"] = ["product", "package", "isBrand"],
        ["MedicationRequest"] = ["context", "definition", "requester.agent"],
        ["Observation"] = ["context", "related", "comment", "comments"],
        ["Patient"] = ["animal", "careProvider"],
        ["Practitioner"] = ["role", "practitionerRole"],
        ["Procedure"] = ["context", "definition", "notDone", "notPerformed", "notDoneReason"],
    }.ToFrozenDictionary();

    /// <summary>Why this is not R4, or null.</summary>
    public static string? Find(string type, JsonElement resource)
    {
        if (Profile(resource) is { } named) return named;
        if (type == "Encounter" && resource.TryGetProperty("class", out var kind) && kind.ValueKind == JsonValueKind.Array)
            return "FHIR R5, not R4: Encounter.class is a list";
        if (type is "Condition" or "AllergyIntolerance" && resource.TryGetProperty("clinicalStatus", out var status) && status.ValueKind == JsonValueKind.String)
            return $"older than FHIR R4: {type}.clinicalStatus is a code";
        if (OnlyInR5.GetValueOrDefault(type)?.FirstOrDefault(path => Has(resource, path)) is { } later) return $"FHIR R5, not R4: {type}.{later}";
        if (OnlyBeforeR4.GetValueOrDefault(type)?.FirstOrDefault(path => Has(resource, path)) is { } earlier) return $"older than FHIR R4: {type}.{earlier}";
        return null;
    }

    private static bool Has(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array) element = element.EnumerateArray().FirstOrDefault();
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return false;
        }

        return true;
    }

    private static string? Profile(JsonElement resource)
    {
        if (!resource.TryGetProperty("meta", out var meta) || meta.ValueKind != JsonValueKind.Object) return null;
        if (!meta.TryGetProperty("profile", out var profiles) || profiles.ValueKind != JsonValueKind.Array) return null;
        return profiles.EnumerateArray().Any(profile => profile.ValueKind == JsonValueKind.String && OtherCore().IsMatch(profile.GetString()!))
            ? "another FHIR version than R4: meta.profile names it"
            : null;
    }

    // the core profiles of other versions, by path or by version; guides have versions of their own
    [GeneratedRegex(@"^http://hl7\.org/fhir/((1\.0|3\.0|4\.3|5\.0|6\.0)/|(DSTU2|STU3|R4B|R5|R6)/|StructureDefinition/[^|]*\|(1\.|3\.|4\.[1-9]|5\.|6\.))",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherCore();
}
