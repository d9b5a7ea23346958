using static PrivacyPortal.RecordSystem.Search.SearchParameter;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>What was found, given and done.</summary>
internal static class ClinicalSearch
{
    public static readonly SearchParameter[] Condition =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("encounter"), Reference("asserter"),
        Token("clinical-status", "clinicalStatus"), Token("verification-status", "verificationStatus"), Token("category"), Token("code"),
        Token("severity"), Date("onset-date", "onsetDateTime", "onsetPeriod"), Date("abatement-date", "abatementDateTime", "abatementPeriod"),
        Date("recorded-date", "recordedDate"),
    ];

    public static readonly SearchParameter[] MedicationRequest =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("encounter"), Reference("medication", "medicationReference"),
        Reference("requester"), Reference("intended-performer", "performer"), Token("status"), Token("intent"), Token("category"), Token("priority"),
        Token("code", "medicationCodeableConcept"), Date("authoredon", "authoredOn"), Date("date", "dosageInstruction.timing.event"),
    ];

    public static readonly SearchParameter[] Allergy =
    [
        To("Patient", "patient", "patient"), Reference("recorder"), Reference("asserter"), Token("clinical-status", "clinicalStatus"),
        Token("verification-status", "verificationStatus"), Token("category"), Token("type"), Token("criticality"),
        Token("code", "code", "reaction.substance"), Date("date", "recordedDate"), Date("onset", "reaction.onset"), Date("last-date", "lastOccurrence"),
    ];

    public static readonly SearchParameter[] Immunization =
    [
        To("Patient", "patient", "patient"), Reference("performer", "performer.actor"), Reference("location"), Token("status"),
        Token("vaccine-code", "vaccineCode"), Token("status-reason", "statusReason"), Text("lot-number", "lotNumber"), Date("date", "occurrenceDateTime"),
    ];

    public static readonly SearchParameter[] Procedure =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("encounter"), Reference("performer", "performer.actor"), Reference("location"),
        Token("status"), Token("category"), Token("code"), Date("date", "performedDateTime", "performedPeriod"),
    ];

    public static readonly SearchParameter[] Observation =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("encounter"), Reference("performer"), Reference("has-member", "hasMember"),
        Reference("derived-from", "derivedFrom"), Token("status"), Token("category"), Token("code"), Token("value-concept", "valueCodeableConcept"),
        Date("date", "effectiveDateTime", "effectivePeriod", "effectiveInstant"),
    ];

    public static readonly SearchParameter[] DiagnosticReport =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("encounter"), Reference("performer"), Reference("result"), Token("status"),
        Token("category"), Token("code"), Date("date", "effectiveDateTime", "effectivePeriod"), Date("issued"),
    ];
}
