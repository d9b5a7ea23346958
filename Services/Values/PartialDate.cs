using System.Globalization;

namespace PrivacyPortal.Services.Values;

/// <summary>A FHIR date, dateTime or instant at the precision the source gave it: a year stays a year. Ordered by its earliest moment.</summary>
/// <remarks>The calendar day is the one written at the source's own offset: 2024-12-31T23:30-08:00 is December 31.</remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int? month, int? day, TimeOnly? time, TimeSpan? offset) =>
        (Year, Month, Day, Time, Offset) = (year, month, day, time, offset);

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>The local time at the source, when it stated one.</summary>
    public TimeOnly? Time { get; }

    public TimeSpan? Offset { get; }

    /// <summary>The whole day, when the source stated one.</summary>
    public DateOnly? Date => Month is { } m && Day is { } d ? new DateOnly(Year, m, d) : null;

    /// <summary>The earliest day that the stated precision allows.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The latest day that the stated precision allows.</summary>
    public DateOnly Latest => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>Reads FHIR's <c>YYYY</c>, <c>YYYY-MM</c>, <c>YYYY-MM-DD</c> or dateTime; null for anything else.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (text is null)
            return null;
        var day = text.AsSpan();
        ReadOnlySpan<char> rest = default;
        if (text.IndexOf('T', StringComparison.Ordinal) is var t and > 0)
        {
            day = text.AsSpan(0, t);
            rest = text.AsSpan(t + 1);
        }
        if (!Digits(day, 0, 4, out var year) || year is 0)
            return null;
        switch (day.Length)
        {
            case 4 when rest.IsEmpty:
                return new(year, null, null, null, null);
            case 7 when rest.IsEmpty && day[4] == '-' && Digits(day, 5, 2, out var month) && month is >= 1 and <= 12:
                return new(year, month, null, null, null);
            case 10 when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole):
                return rest.IsEmpty ? new(year, whole.Month, whole.Day, null, null) : WithTime(whole, rest);
            default:
                return null;
        }
    }

    public int CompareTo(PartialDate other) => Start.CompareTo(other.Start);

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    public override string ToString() => nameof(PartialDate);

    private DateTime Start => Earliest.ToDateTime(Time ?? TimeOnly.MinValue) - (Earliest.Year is > 1 and < 9999 ? Offset ?? TimeSpan.Zero : TimeSpan.Zero);

    private static PartialDate? WithTime(DateOnly day, ReadOnlySpan<char> rest)
    {
        var zone = rest.IndexOfAny('Z', '+', '-');
        var clock = zone < 0 ? rest : rest[..zone];
        // a leap second is a moment that the calendar types do not know: keep the day, drop the clock
        TimeOnly? time = TimeOnly.TryParse(clock, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (time is null && !clock.Contains(":60", StringComparison.Ordinal))
            return null;
        TimeSpan? offset = zone < 0 ? null : rest[zone] == 'Z' ? TimeSpan.Zero : OffsetOf(rest[zone..]);
        return new(day.Year, day.Month, day.Day, time, offset);
    }

    private static TimeSpan? OffsetOf(ReadOnlySpan<char> text) =>
        text.Length == 6 && Digits(text, 1, 2, out var hours) && Digits(text, 4, 2, out var minutes) && hours <= 14 && minutes < 60
            ? (text[0] == '-' ? -1 : 1) * new TimeSpan(hours, minutes, 0) : null;

    private static bool Digits(ReadOnlySpan<char> text, int at, int length, out int value)
    {
        value = 0;
        return text.Length >= at + length && int.TryParse(text.Slice(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
