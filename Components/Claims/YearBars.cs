using System.Globalization;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Claims;

/// <summary>The bars of a year's chart: one for each month, a part for each kind, the highest month filling the height. Months not stated are in the table only.</summary>
internal static class YearBars
{
    private const decimal Height = 150;
    private const decimal Base = 160;

    internal static IEnumerable<(string X, string Y, string Width, string Height, string Class)> Of(YearOfClaims year)
    {
        var most = year.Months.Where(month => month.Month is not null).Select(Sum).DefaultIfEmpty(0).Max();
        if (most <= 0)
            yield break;
        foreach (var month in year.Months.Where(month => month.Month is not null))
        {
            var top = Base;
            for (var kind = 0; kind < month.Amounts.Count; kind++)
            {
                if (month.Amounts[kind] is not { Amount: > 0 } amount)
                    continue;
                var height = Height * amount.Amount / most;
                top -= height;
                yield return (Say(((month.Month!.Value - 1) * 52) + 8), Say(top), "36", Say(height), ClassOf(kind));
            }
        }
    }

    internal static string ClassOf(int kind) => "kind-" + (kind % 6).ToString(CultureInfo.InvariantCulture);

    private static decimal Sum(MonthOfClaims month) => month.Amounts.Sum(amount => Math.Max(0, amount?.Amount ?? 0));

    private static string Say(decimal number) => decimal.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
