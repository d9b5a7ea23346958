using static PrivacyPortal.RecordSystem.Search.SearchParameter;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>Coverage and what was billed under it. ExplanationOfBenefit has no type and no service date in base R4.</summary>
internal static class ClaimSearch
{
    public static readonly SearchParameter[] Coverage =
    [
        Reference("beneficiary"), To("Patient", "patient", "beneficiary"), Reference("payor"), Reference("subscriber"),
        Reference("policy-holder", "policyHolder"), Token("status"), Token("type"), Token("class-type", "class.type"),
    ];

    public static readonly SearchParameter[] ExplanationOfBenefit =
    [
        To("Patient", "patient", "patient"), Reference("provider"), Reference("coverage", "insurance.coverage"), Reference("care-team", "careTeam.provider"),
        Reference("payee", "payee.party"), Reference("facility"), Reference("claim"), Reference("enterer"), Reference("encounter", "item.encounter"),
        Reference("insurer"), Token("status"), Date("created"),
    ];

    public static readonly SearchParameter[] Claim =
    [
        To("Patient", "patient", "patient"), Reference("provider"), Reference("insurer"), Reference("care-team", "careTeam.provider"),
        Reference("payee", "payee.party"), Reference("facility"), Reference("encounter", "item.encounter"), Token("status"), Token("use"),
        Token("priority"), Date("created"),
    ];
}
