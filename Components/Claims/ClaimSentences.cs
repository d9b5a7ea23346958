using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Claims;

/// <summary>A claim told in sentences, each with its amount and where that comes from. Nothing is said that the claim does not state.</summary>
internal static class ClaimSentences
{
    internal static IEnumerable<string> Tell(Claim claim, bool own)
    {
        if (ClaimFigures.Of(claim, AmountKind.Billed) is { } billed)
            yield return T("The provider billed {0}.", MoneyWords.Say(billed.Amount));
        if (ClaimFigures.Of(claim, AmountKind.Discount) is { Amount.Amount: not 0 } discount)
            yield return T("The plan's discount took off {0}: nobody owes that.", MoneyWords.Say(discount.Amount));
        if (ClaimFigures.Of(claim, AmountKind.Allowed) is { } allowed)
            yield return T("The plan allows {0} for it.", MoneyWords.Say(allowed.Amount));
        if (ClaimFigures.Of(claim, AmountKind.PlanPaid) is { } paid)
            yield return T("The plan paid {0}.", MoneyWords.Say(paid.Amount));
        if (ClaimFigures.Of(claim, AmountKind.NotCovered) is { Amount.Amount: not 0 } uncovered)
            yield return T("Not covered: {0}.", MoneyWords.Say(uncovered.Amount));
        yield return Owed(claim, own);
    }

    /// <summary>"You owe $42.10: 20 % coinsurance of the $210.50 your plan allows."</summary>
    internal static string Owed(Claim claim, bool own)
    {
        if (ClaimFigures.Owed(claim) is not { } owed)
            return own ? T("The claim does not state what you owe. Ask before you pay a bill for it.") : T("The claim does not state what the member owes.");
        var amount = MoneyWords.Say(owed.Amount);
        if (owed.Amount.Amount == 0)
            return own ? T("You owe {0} for this claim.", amount) : T("The member owes {0} for this claim.", amount);
        var shares = OwedShare.Explaining(claim).Select(share => Share(share, own)).ToList();
        if (shares.Count == 0)
            return own ? T("You owe {0}. The claim does not say how it is made up.", amount) : T("The member owes {0}. The claim does not say how it is made up.", amount);
        var made = string.Join(T(" and "), shares);
        return own ? T("You owe {0}: {1}.", amount, made) : T("The member owes {0}: {1}.", amount, made);
    }

    internal static string Mismatch(ClaimMismatch mismatch)
    {
        var (stated, other) = (MoneyWords.Say(mismatch.Stated), MoneyWords.Say(mismatch.Other));
        return mismatch.Kind switch
        {
            MismatchKind.LinesAndTotal => T("{0}: the lines add up to {1}, the total says {2}.", AmountWords.Say(mismatch.Of), other, stated),
            MismatchKind.TwoTotals => T("{0}: the claim states both {1} and {2}.", AmountWords.Say(mismatch.Of), stated, other),
            MismatchKind.SharesAndOwed => T("Deductible, copay and coinsurance add up to {0}; what is owed is stated as {1}.", other, stated),
            MismatchKind.PaymentOverBilled => T("The payment of {0} is more than the {1} that was billed.", stated, other),
        };
    }

    internal static string? Network(Claim claim) => (claim.Network?.Code, claim.ProviderNetwork?.Code) switch
    {
        ("innetwork", _) => T("Paid as in network."),
        ("outofnetwork", "innetwork") => T("Paid as out of network, although the provider stands in the network. Ask why before you pay."),
        ("outofnetwork", _) => T("Paid as out of network: your share is often higher."),
        _ => null,
    };

    private static string Share(OwedShare share, bool own) => (share.Kind, share.Percent) switch
    {
        (AmountKind.Coinsurance, { } percent) when share.Base is { } whole => own
            ? T("{0} % coinsurance of the {1} your plan allows", percent, MoneyWords.Say(whole))
            : T("{0} % coinsurance of the {1} the plan allows", percent, MoneyWords.Say(whole)),
        (AmountKind.Coinsurance, _) => T("{0} coinsurance", MoneyWords.Say(share.Amount)),
        (AmountKind.Deductible, _) => T("{0} deductible", MoneyWords.Say(share.Amount)),
        (AmountKind.Copay, _) => T("{0} copay", MoneyWords.Say(share.Amount)),
        _ => T("{0} not covered", MoneyWords.Say(share.Amount)),
    };
}
