using static PrivacyPortal.RecordSystem.Search.SearchParameter;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>Visits, care teams, plans and documents.</summary>
internal static class CareSearch
{
    public static readonly SearchParameter[] Encounter =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("participant", "participant.individual"),
        To("Practitioner", "practitioner", "participant.individual"), Reference("service-provider", "serviceProvider"),
        Reference("location", "location.location"), Reference("diagnosis", "diagnosis.condition"), Token("status"), Token("class"), Token("type"),
        Token("reason-code", "reasonCode"), Date("date", "period"),
    ];

    public static readonly SearchParameter[] CareTeam =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("participant", "participant.member"), Reference("encounter"),
        Token("status"), Token("category"), Date("date", "period"),
    ];

    public static readonly SearchParameter[] CarePlan =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("encounter"), Reference("care-team", "careTeam"), Reference("goal"),
        Reference("condition", "addresses"), Token("status"), Token("intent"), Token("category"), Date("date", "period"),
    ];

    public static readonly SearchParameter[] DocumentReference =
    [
        Token("identifier", "masterIdentifier", "identifier"), Reference("subject"), To("Patient", "patient", "subject"), Reference("author"),
        Reference("encounter", "context.encounter"), Reference("custodian"), Token("status"), Token("type"), Token("category"),
        Token("security-label", "securityLabel"), Date("date"), Date("period", "context.period"),
    ];
}
