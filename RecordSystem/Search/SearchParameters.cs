using System.Collections.Frozen;
using Hl7.Fhir.Model;
using static PrivacyPortal.RecordSystem.Search.SearchParameter;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>
/// The search parameters by type: base R4, so that a portal that works here works with a plan's server. The one guest is
/// ExplanationOfBenefit insurer (CARIN), for its include.
/// </summary>
internal static class SearchParameters
{
    private static readonly SearchParameter[] Everywhere =
        [Token("identifier"), Token("_security", "meta.security"), Token("_tag", "meta.tag")];

    private static readonly FrozenDictionary<string, SearchParameter[]> ByType = new Dictionary<string, SearchParameter[]>
    {
        ["AllergyIntolerance"] = [.. ClinicalSearch.Allergy],
        ["CarePlan"] = [.. CareSearch.CarePlan],
        ["CareTeam"] = [.. CareSearch.CareTeam],
        ["Claim"] = [.. ClaimSearch.Claim],
        ["Communication"] = [.. MessageSearch.Communication],
        ["Condition"] = [.. ClinicalSearch.Condition],
        ["Consent"] = [To("Patient", "patient", "patient"), Token("status"), Token("category"), Date("date", "dateTime")],
        ["Coverage"] = [.. ClaimSearch.Coverage],
        ["CoverageEligibilityResponse"] = [To("Patient", "patient", "patient"), Reference("insurer"), Token("status"), Date("created")],
        ["DiagnosticReport"] = [.. ClinicalSearch.DiagnosticReport],
        ["DocumentReference"] = [.. CareSearch.DocumentReference],
        ["Encounter"] = [.. CareSearch.Encounter],
        ["ExplanationOfBenefit"] = [.. ClaimSearch.ExplanationOfBenefit],
        ["Goal"] = [Reference("subject"), To("Patient", "patient", "subject"), Token("lifecycle-status", "lifecycleStatus"), Date("start-date", "startDate")],
        ["Immunization"] = [.. ClinicalSearch.Immunization],
        ["Location"] = [.. DirectorySearch.Location],
        ["Medication"] = [Token("code"), Token("status")],
        ["MedicationRequest"] = [.. ClinicalSearch.MedicationRequest],
        ["Observation"] = [.. ClinicalSearch.Observation],
        ["Organization"] = [.. DirectorySearch.Organization],
        ["Patient"] = [.. DirectorySearch.Patient],
        ["Practitioner"] = [.. DirectorySearch.Practitioner],
        ["PractitionerRole"] = [.. DirectorySearch.PractitionerRole],
        ["Procedure"] = [.. ClinicalSearch.Procedure],
        ["RelatedPerson"] = [.. DirectorySearch.RelatedPerson],
        ["Task"] = [.. MessageSearch.Task],
    }.ToFrozenDictionary(type => type.Key, type => (SearchParameter[])[.. Everywhere.Where(common => type.Value.All(own => own.Name != common.Name)), .. type.Value]);

    public static IReadOnlyList<string> Types { get; } = [.. ByType.Keys.Order(StringComparer.Ordinal)];

    public static IReadOnlyList<SearchParameter> Of(string type) => ByType.TryGetValue(type, out var own) ? own : Everywhere;

    public static SearchParameter? Find(string type, string name) => Of(type).FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>Every resource type of R4 that can be stored on its own.</summary>
    public static bool IsResourceType(string type) =>
        ModelInfo.IsKnownResource(type) && type is not ("Resource" or "DomainResource" or "Bundle" or "Parameters" or "OperationOutcome");
}
