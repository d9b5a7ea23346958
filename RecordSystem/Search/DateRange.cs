using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>
/// A FHIR date, time or period as the span of time it covers, both ends included, in UTC ticks. A partial date is the whole
/// year or month; a date without a zone is read as UTC; an open period has no end.
/// </summary>
internal readonly partial record struct DateRange(long Low, long High)
{
    public static DateRange? Of(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) return TryParse(element.GetString()!, out var one) ? one : null;
        if (element.ValueKind != JsonValueKind.Object) return null;
        var start = element.TryGetProperty("start", out var from) ? Of(from) : null;
        var end = element.TryGetProperty("end", out var to) ? Of(to) : null;
        return start is null && end is null ? null : new DateRange(start?.Low ?? 0, end?.High ?? long.MaxValue);
    }

    public static bool TryParse(string text, out DateRange range)
    {
        range = default;
        var match = Literal().Match(text);
        if (!match.Success) return false;
        int? Part(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;
        var (year, month, day, hour, second) = (Part("y")!.Value, Part("m"), Part("d"), Part("h"), Part("s"));
        if (year == 0 || month is 0 or > 12 || hour > 23) return false;
        if (day is { } given && (given == 0 || given > DateTime.DaysInMonth(year, month!.Value))) return false;
        var low = new DateTime(year, month ?? 1, day ?? 1, hour ?? 0, Part("min") ?? 0, Math.Min(second ?? 0, 59), DateTimeKind.Utc);
        // a leap second counts as the second before it
        var fraction = match.Groups["f"].Value;
        var step = Step(low, month, day, hour, second, fraction.Length);
        if (fraction.Length > 0) low = low.AddTicks(long.Parse(fraction.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture));
        var shift = Offset(match.Groups["z"].Value);
        range = new DateRange(low.Ticks - shift, low.Ticks - shift + step - 1);
        return true;
    }

    private static long Step(DateTime low, int? month, int? day, int? hour, int? second, int fraction)
    {
        if (month is null) return (DateTime.IsLeapYear(low.Year) ? 366 : 365) * TimeSpan.TicksPerDay;
        if (day is null) return DateTime.DaysInMonth(low.Year, low.Month) * TimeSpan.TicksPerDay;
        if (hour is null) return TimeSpan.TicksPerDay;
        if (second is null) return TimeSpan.TicksPerMinute;
        return fraction switch { 0 => TimeSpan.TicksPerSecond, <= 3 => TimeSpan.TicksPerMillisecond, _ => 1 };
    }

    private static long Offset(string zone)
    {
        if (zone is "" or "Z") return 0;
        var span = TimeSpan.ParseExact(zone.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture).Ticks;
        return zone[0] == '-' ? -span : span;
    }

    [GeneratedRegex(@"^(?<y>\d{4})(-(?<m>\d\d)(-(?<d>\d\d)(T(?<h>\d\d):(?<min>[0-5]\d)(:(?<s>[0-5]\d|60)(\.(?<f>\d{1,9}))?)?(?<z>Z|[+-](0\d|1[0-4]):[0-5]\d)?)?)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
