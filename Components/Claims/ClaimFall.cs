using System.Globalization;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Claims;

/// <summary>Where each amount's bar begins and how long it is, in hundredths of the largest amount. Drawn from what the claim states; what it does not state has no bar.</summary>
internal sealed class ClaimFall(Claim claim)
{
    private readonly decimal most = Math.Max(1, Enum.GetValues<AmountKind>().Max(kind => Math.Abs(Amount(claim, kind))));

    internal (string X, string Width) Of(AmountKind kind)
    {
        var amount = Math.Abs(Amount(claim, kind));
        var start = kind switch
        {
            AmountKind.Discount => Amount(claim, AmountKind.Billed) - amount,
            AmountKind.Deductible => Amount(claim, AmountKind.PlanPaid),
            AmountKind.Copay => Amount(claim, AmountKind.PlanPaid) + Amount(claim, AmountKind.Deductible),
            AmountKind.Coinsurance => Amount(claim, AmountKind.PlanPaid) + Amount(claim, AmountKind.Deductible) + Amount(claim, AmountKind.Copay),
            AmountKind.MemberOwes or AmountKind.MemberPaid => Amount(claim, AmountKind.PlanPaid),
            _ => 0,
        };
        return (Number(Math.Clamp(start, 0, most - amount)), Number(amount));
    }

    internal static string ClassOf(AmountKind kind) => kind switch
    {
        AmountKind.Billed or AmountKind.Allowed => "bar-whole",
        AmountKind.PlanPaid => "bar-plan",
        AmountKind.Discount => "bar-off",
        _ => "bar-own",
    };

    public override string ToString() => nameof(ClaimFall);

    private string Number(decimal amount) => decimal.Round(100 * amount / most, 2).ToString(CultureInfo.InvariantCulture);

    private static decimal Amount(Claim claim, AmountKind kind) => ClaimFigures.Of(claim, kind)?.Amount.Amount ?? 0;
}
