using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Results;

/// <summary>The values of one test over time: same code, same unit, a number and a whole date. What has none of these is in the list, not in the trend.</summary>
public sealed record Trend(Coded Test, string? Unit, IReadOnlyList<TrendPoint> Points, IReadOnlyList<string> Ranges) : RecordValue
{
    /// <summary>Every test with at least two such values, the one with the newest value first. Results that were entered in error do not count.</summary>
    public static IReadOnlyList<Trend> All(IReadOnlyList<Observation> results) =>
    [
        .. results.Where(result => result.Status is not ("entered-in-error" or "cancelled")).SelectMany(PointsOf)
            .GroupBy(one => (one.Key, one.Unit))
            .Select(group => new Trend(group.First().Test, group.Key.Unit, [.. group.Select(one => one.Point).OrderBy(point => point.Day)], [.. group.SelectMany(one => one.Ranges).Distinct()]))
            .Where(trend => trend.Points.Count > 1)
            .OrderByDescending(trend => trend.Points[^1].Day),
    ];

    private static IEnumerable<(string Key, Coded Test, string? Unit, TrendPoint Point, IReadOnlyList<string> Ranges)> PointsOf(Observation result)
    {
        if (result.Taken.Start?.Date is not { } day)
            yield break;
        if (One(result.Name, result.Value, result.ReferenceRanges, day) is { } whole)
            yield return whole;
        foreach (var part in result.Parts)
        {
            if (One(part.Name, part.Value, part.ReferenceRanges, day) is { } one)
                yield return one;
        }
    }

    private static (string, Coded, string?, TrendPoint, IReadOnlyList<string>)? One(Coded? test, ObservedValue? value, IReadOnlyList<string> ranges, DateOnly day) =>
        test is not null && (test.Code ?? test.Text) is { } key && value is { Number: { } number, Text: { } text }
            ? ($"{test.System}|{key}", test, value.Unit, new TrendPoint(day, number, text), ranges) : null;
}

/// <summary>One value of a trend; the text is the value as written.</summary>
public sealed record TrendPoint(DateOnly Day, decimal Number, string Text) : RecordValue;
