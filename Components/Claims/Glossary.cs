using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Claims;

/// <summary>What the words of a claim mean, in our own words; the same for every plan.</summary>
internal static class Glossary
{
    internal static IReadOnlyList<(AmountKind Kind, string Meaning)> Terms =>
    [
        (AmountKind.Billed, T("What the provider charges. Hardly anyone pays this whole amount.")),
        (AmountKind.Discount, T("What the provider takes off because of its contract with the plan. Nobody pays it.")),
        (AmountKind.Allowed, T("The most that the plan counts for this service. Shares are worked out from it.")),
        (AmountKind.Deductible, T("What you pay yourself each year before the plan begins to pay.")),
        (AmountKind.Copay, T("A fixed amount that you pay for a visit or a medicine.")),
        (AmountKind.Coinsurance, T("Your percentage of the allowed amount, after the deductible.")),
        (AmountKind.NotCovered, T("What the plan does not pay for. The reason is with the line or in the notes.")),
        (AmountKind.PlanPaid, T("What the plan pays for this claim.")),
        (AmountKind.MemberPaid, T("What you have paid already, as far as the plan knows.")),
        (AmountKind.MemberOwes, T("Your share as the plan worked it out. The bill comes from the provider, not from the plan.")),
    ];

    internal static string Id(AmountKind kind) => "term-" + kind.ToString().ToLowerInvariant();
}
