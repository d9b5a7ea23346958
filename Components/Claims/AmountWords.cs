using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Claims;

/// <summary>The word for an amount: the member's own, or that of someone at work.</summary>
internal static class AmountWords
{
    /// <summary>Null for a category the portal has no word for: its own words or code are shown.</summary>
    internal static string? Say(AmountKind kind, bool own = true) => (kind, own) switch
    {
        (AmountKind.PaidToMember, false) => T("Paid to the member"),
        (AmountKind.MemberOwes, false) => T("Member owes"),
        (AmountKind.MemberPaid, false) => T("Member paid"),
        _ => Own(kind),
    };

    private static string? Own(AmountKind kind) => kind switch
    {
        AmountKind.Other => null,
        AmountKind.Billed => T("Billed"),
        AmountKind.Discount => T("Plan discount"),
        AmountKind.Allowed => T("Allowed by the plan"),
        AmountKind.Deductible => T("Deductible"),
        AmountKind.Copay => T("Copay"),
        AmountKind.Coinsurance => T("Coinsurance"),
        AmountKind.NotCovered => T("Not covered"),
        AmountKind.PlanPaid => T("Plan paid"),
        AmountKind.PaidToProvider => T("Paid to the provider"),
        AmountKind.PaidToMember => T("Paid to you"),
        AmountKind.OtherInsurancePaid => T("Other insurance paid"),
        AmountKind.MemberOwes => T("You owe"),
        AmountKind.MemberPaid => T("You paid"),
        AmountKind.DrugCost => T("Cost of the medicine"),
    };

    /// <summary>Where a figure stands in the source: "total, code eligible", "line 2, code copay".</summary>
    internal static string Where(AmountTrace trace)
    {
        var code = trace.Source?.Code is { } whole ? whole[(whole.LastIndexOf('/') + 1)..] : Words.NotStated;
        return trace.Lines.Count switch
        {
            0 => T("claim total, code {0}", code),
            1 => T("line {0}, code {1}", trace.Lines[0], code),
            _ => T("lines {0}, code {1}", string.Join(", ", trace.Lines), code),
        };
    }
}
