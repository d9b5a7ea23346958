using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>Where a figure of a claim stands in the source: the category it was stated under, and the lines it was added up from.</summary>
/// <param name="Kind">Its meaning.</param>
/// <param name="Amount">The figure that the page shows.</param>
/// <param name="Source">The category as the source coded it.</param>
/// <param name="Lines">The lines that state it; empty when it stands at claim level.</param>
public sealed record AmountTrace(AmountKind Kind, Money Amount, Coded? Source, IReadOnlyList<int> Lines) : RecordValue
{
    /// <summary>The trace of the figure that <see cref="ClaimFigures.Shown"/> gives; null when there is none.</summary>
    public static AmountTrace? Of(Claim claim, AmountKind kind)
    {
        if (ClaimFigures.Shown(claim, kind) is not { } figure)
            return null;
        if (!figure.FromLines)
            return new AmountTrace(kind, figure.Amount, claim.Amounts.First(amount => amount.Kind == kind && amount.Amount is not null).Source, []);
        var stating = claim.Lines
            .SelectMany(line => line.Amounts, (line, amount) => (line.Sequence, Amount: amount))
            .Where(one => one.Amount.Kind == kind && one.Amount.Amount is not null).ToList();
        return new AmountTrace(kind, figure.Amount, stating[0].Amount.Source, [.. stating.Select(one => one.Sequence).Distinct()]);
    }
}
