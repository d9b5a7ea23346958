using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>What the claims of one calendar year state under one meaning, by month of service and kind. A claim that was replaced or cancelled does not count.</summary>
public sealed record YearOfClaims(int Year, AmountKind Measure, IReadOnlyList<string?> Kinds, IReadOnlyList<MonthOfClaims> Months, Money? Total, int Counted, int Silent) : RecordValue
{
    public static YearOfClaims Of(IReadOnlyList<Claim> claims, int year, AmountKind measure)
    {
        var counted = Standing(claims, year);
        var stated = counted.Select(claim => (Claim: claim, Figure: ClaimFigures.Shown(claim, measure))).Where(one => one.Figure is not null)
            .Select(one => (one.Claim.Serviced.Start!.Value.Month, Kind: one.Claim.Kind?.Label, one.Figure!.Value.Amount)).ToList();
        var kinds = stated.GroupBy(one => one.Kind).OrderByDescending(kind => kind.Sum(one => one.Amount.Amount)).Select(kind => kind.Key).ToList();
        var months = stated.GroupBy(one => one.Month).OrderBy(month => month.Key ?? 13)
            .Select(month => new MonthOfClaims(month.Key, [.. kinds.Select(kind => Money.Sum(month.Where(one => one.Kind == kind).Select(one => one.Amount)))],
                Money.Sum(month.Select(one => one.Amount)))).ToList();
        return new YearOfClaims(year, measure, kinds, months, Money.Sum(stated.Select(one => one.Amount)), stated.Count, counted.Count - stated.Count);
    }

    /// <summary>The claims of a year that stand.</summary>
    public static IReadOnlyList<Claim> Standing(IReadOnlyList<Claim> claims, int year) =>
        [.. claims.Where(claim => claim.Serviced.Start?.Year == year && claim.Stands)];
}

/// <summary>One month; the amounts stand in the order of the year's kinds.</summary>
/// <param name="Month">Null for claims that name the year only.</param>
/// <param name="Amounts">Null where no claim of the kind states one.</param>
/// <param name="Total">Null when the currencies differ.</param>
public sealed record MonthOfClaims(int? Month, IReadOnlyList<Money?> Amounts, Money? Total) : RecordValue;
