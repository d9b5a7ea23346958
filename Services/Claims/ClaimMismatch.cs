using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>Which two statements of a claim disagree.</summary>
public enum MismatchKind
{
    /// <summary>The claim's total and the sum of its lines.</summary>
    LinesAndTotal,

    /// <summary>Two totals of the claim under one meaning.</summary>
    TwoTotals,

    /// <summary>What the member owes, and deductible, copay and coinsurance together.</summary>
    SharesAndOwed,

    /// <summary>The payment is more than what was billed.</summary>
    PaymentOverBilled,
}

/// <summary>Two amounts of one claim that do not fit together. Both are the source's: neither is corrected.</summary>
public sealed record ClaimMismatch(MismatchKind Kind, AmountKind Of, Money Stated, Money Other) : RecordValue
{
    private static readonly AmountKind[] Shares = [AmountKind.Deductible, AmountKind.Copay, AmountKind.Coinsurance];

    /// <summary>Every disagreement of the claim with itself, in the order of the page.</summary>
    public static IReadOnlyList<ClaimMismatch> All(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return [.. Enum.GetValues<AmountKind>().Where(kind => kind != AmountKind.Other).SelectMany(kind => OfKind(claim, kind)), .. Owed(claim), .. Payment(claim)];
    }

    private static IEnumerable<ClaimMismatch> OfKind(Claim claim, AmountKind kind)
    {
        var stated = claim.Amounts.Where(amount => amount.Kind == kind).Select(amount => amount.Amount).OfType<Money>().ToList();
        if (stated.Count == 0)
            yield break;
        foreach (var other in stated.Skip(1).Where(other => !other.IsAsMuchAs(stated[0])).Take(1))
            yield return new ClaimMismatch(MismatchKind.TwoTotals, kind, stated[0], other);
        var lines = claim.Lines.SelectMany(line => line.Amounts).Where(amount => amount.Kind == kind).Select(amount => amount.Amount).OfType<Money>();
        if (Money.Sum(lines) is { } sum && !sum.IsAsMuchAs(stated[0]))
            yield return new ClaimMismatch(MismatchKind.LinesAndTotal, kind, stated[0], sum);
    }

    private static IEnumerable<ClaimMismatch> Owed(Claim claim)
    {
        var shares = Shares.Select(kind => ClaimFigures.Of(claim, kind)).OfType<Figure>().Select(figure => figure.Amount).ToList();
        if (ClaimFigures.Owed(claim) is not { } owed || Money.Sum(shares) is not { } together || together.IsAsMuchAs(owed.Amount))
            yield break;
        // what is not covered may be the member's to pay as well
        if (ClaimFigures.Of(claim, AmountKind.NotCovered) is { } uncovered && owed.Amount.IsAsMuchAs(together with { Amount = together.Amount + uncovered.Amount.Amount }))
            yield break;
        yield return new ClaimMismatch(MismatchKind.SharesAndOwed, AmountKind.MemberOwes, owed.Amount, together);
    }

    private static IEnumerable<ClaimMismatch> Payment(Claim claim)
    {
        if (claim.PaymentAmount is { } paid && ClaimFigures.Of(claim, AmountKind.Billed) is { } billed
            && paid.Currency == billed.Amount.Currency && paid.Amount > billed.Amount.Amount && !paid.IsAsMuchAs(billed.Amount))
            yield return new ClaimMismatch(MismatchKind.PaymentOverBilled, AmountKind.PlanPaid, paid, billed.Amount);
    }
}
