using System.Globalization;
using PrivacyPortal.Services.Results;

namespace PrivacyPortal.Components.Results;

/// <summary>Where the values of a trend lie in its chart: days across, the lowest value at the bottom.</summary>
internal static class TrendLine
{
    internal static IReadOnlyList<(string X, string Y)> Dots(Trend trend)
    {
        var (first, last) = (trend.Points[0].Day.DayNumber, trend.Points[^1].Day.DayNumber);
        var (low, high) = (trend.Points.Min(point => point.Number), trend.Points.Max(point => point.Number));
        return [.. trend.Points.Select(point => (
            Say(40 + (last == first ? 282 : 564m * (point.Day.DayNumber - first) / (last - first))),
            Say(high == low ? 80 : 140 - (120m * (point.Number - low) / (high - low)))))];
    }

    internal static string Points(Trend trend) => string.Join(' ', Dots(trend).Select(dot => $"{dot.X},{dot.Y}"));

    private static string Say(decimal number) => decimal.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
