using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Claims;

/// <summary>The word for an amount: the member's own, or that of someone at work.</summary>
internal static class AmountWords
{
    /// <summary>Null for a category the portal has no word for: its own words or code are shown.</summary>
    internal static string? Say(AmountKind kind, bool own = true) => (kind, own) switch
    {
        (AmountKind.PaidToMember, false) => "Paid to the member",
        (AmountKind.MemberOwes, false) => "Member owes",
        (AmountKind.MemberPaid, false) => "Member paid",
        _ => Own(kind),
    };

    private static string? Own(AmountKind kind) => kind switch
    {
        AmountKind.Other => null,
        AmountKind.Billed => "Billed",
        AmountKind.Discount => "Plan discount",
        AmountKind.Allowed => "Allowed by the plan",
        AmountKind.Deductible => "Deductible",
        AmountKind.Copay => "Copay",
        AmountKind.Coinsurance => "Coinsurance",
        AmountKind.NotCovered => "Not covered",
        AmountKind.PlanPaid => "Plan paid",
        AmountKind.PaidToProvider => "Paid to the provider",
        AmountKind.PaidToMember => "Paid to you",
        AmountKind.OtherInsurancePaid => "Other insurance paid",
        AmountKind.MemberOwes => "You owe",
        AmountKind.MemberPaid => "You paid",
        AmountKind.DrugCost => "Cost of the medicine",
    };
}
