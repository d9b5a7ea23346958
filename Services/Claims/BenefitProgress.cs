using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>
/// How far a deductible or a maximum is used in a year: the limit that a plan states, the use that the newest claim states, and the use added up from the
/// claims. The last two may disagree, and then both are shown.
/// </summary>
/// <param name="Code"><c>deductible</c> or <c>maxoutofpocket</c>.</param>
/// <param name="Limit">Null when no plan and no claim states it.</param>
/// <param name="Stated">Null when no claim states it.</param>
/// <param name="Recomputed">Null when no claim states anything to add up.</param>
public sealed record BenefitProgress(string Code, Money? Limit, Money? Stated, Money? Recomputed) : RecordValue
{
    /// <summary>The source's count and the claims' sum are not the same.</summary>
    public bool Disagrees => Stated is { } stated && Recomputed is { } sum && !stated.IsAsMuchAs(sum);

    public static IReadOnlyList<BenefitProgress> Of(IReadOnlyList<Claim> claims, IReadOnlyList<PlanCoverage> plans, int year) =>
    [
        One("deductible", claims, plans, year, AmountKind.Deductible),
        One("maxoutofpocket", claims, plans, year, AmountKind.Deductible, AmountKind.Copay, AmountKind.Coinsurance),
    ];

    private static BenefitProgress One(string code, IReadOnlyList<Claim> claims, IReadOnlyList<PlanCoverage> plans, int year, params IReadOnlyList<AmountKind> kinds)
    {
        var standing = YearOfClaims.Standing(claims, year);
        var newest = standing.OrderByDescending(claim => claim.Decided).SelectMany(claim => claim.Balances).FirstOrDefault(balance => Is(balance.Kind, code));
        // a limit is only taken from a plan of that year, and only when the plans of that year do not name two
        var limits = plans.Where(plan => Covers(plan, year)).SelectMany(plan => plan.Costs)
            .Where(cost => Is(cost.Kind, code) && cost.Amount is not null).Select(cost => cost.Amount!.Value).Distinct().ToList();
        var sum = Money.Sum(standing.SelectMany(claim => kinds.Select(kind => ClaimFigures.Of(claim, kind))).OfType<Figure>().Select(figure => figure.Amount));
        return new BenefitProgress(code, limits.Count == 1 ? limits[0] : newest?.Allowed, newest?.Used, sum);
    }

    private static bool Is(Coded? kind, string code) => string.Equals(kind?.Code, code, StringComparison.OrdinalIgnoreCase);

    private static bool Covers(PlanCoverage plan, int year) =>
        (plan.Period.Start is not { } start || start.Earliest.Year <= year) && (plan.Period.End is not { } end || year <= end.Latest.Year);
}
