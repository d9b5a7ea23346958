using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>One part of what the member owes, as the claim states it.</summary>
/// <param name="Kind">Deductible, copay, coinsurance or not covered.</param>
/// <param name="Amount">The stated amount, never zero.</param>
/// <param name="Percent">Worked out for coinsurance only: the whole percentage that gives the amount to the cent.</param>
/// <param name="Base">What it is a percentage of.</param>
public sealed record OwedShare(AmountKind Kind, Money Amount, int? Percent = null, Money? Base = null) : RecordValue
{
    /// <summary>The parts of the claim's member liability that explain it to the cent; none when they do not add up, so that no sentence says more than the claim does.</summary>
    public static IReadOnlyList<OwedShare> Explaining(Claim claim)
    {
        if (ClaimFigures.Owed(claim) is not { Amount: { Amount: not 0 } owed })
            return [];
        var shares = Of(claim, AmountKind.Deductible, AmountKind.Copay, AmountKind.Coinsurance);
        if (AddUp(shares, owed))
            return shares;
        var withUncovered = Of(claim, AmountKind.Deductible, AmountKind.Copay, AmountKind.Coinsurance, AmountKind.NotCovered);
        return AddUp(withUncovered, owed) ? withUncovered : [];
    }

    private static bool AddUp(List<OwedShare> shares, Money owed) =>
        Money.Sum(shares.Select(share => share.Amount)) is { } sum && sum.IsAsMuchAs(owed);

    private static List<OwedShare> Of(Claim claim, params ReadOnlySpan<AmountKind> kinds)
    {
        var shares = new List<OwedShare>();
        foreach (var kind in kinds)
        {
            if (ClaimFigures.Of(claim, kind) is { Amount: { Amount: not 0 } amount })
                shares.Add(kind == AmountKind.Coinsurance ? WithPercent(claim, amount) : new OwedShare(kind, amount));
        }
        return shares;
    }

    private static OwedShare WithPercent(Claim claim, Money amount)
    {
        if (ClaimFigures.Of(claim, AmountKind.Allowed)?.Amount is not { Amount: > 0 } allowed || allowed.Currency != amount.Currency)
            return new OwedShare(AmountKind.Coinsurance, amount);
        var left = allowed with { Amount = allowed.Amount - (ClaimFigures.Of(claim, AmountKind.Deductible)?.Amount.Amount ?? 0) };
        foreach (var whole in new[] { allowed, left })
        {
            if (whole.Amount > 0 && decimal.Round(100 * amount.Amount / whole.Amount) is var percent and > 0 and <= 100
                && amount.IsAsMuchAs(whole with { Amount = whole.Amount * percent / 100 }))
                return new OwedShare(AmountKind.Coinsurance, amount, (int)percent, whole);
        }
        return new OwedShare(AmountKind.Coinsurance, amount);
    }
}
