using PrivacyPortal.Components.Shared;

namespace PrivacyPortal.Components.Admin;

/// <summary>The last day of a role, as people say it, and the moment at which it is over: the end of that day on the plan's clock.</summary>
internal static class DayWords
{
    internal static string Last(DateTimeOffset until, TimeProvider clock) => DateWords.Say(LastDay(until, clock));

    internal static DateOnly LastDay(DateTimeOffset until, TimeProvider clock) => Day(until.AddMilliseconds(-1), clock);

    internal static DateTimeOffset EndOf(DateOnly day, TimeProvider clock)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new(midnight, clock.LocalTimeZone.GetUtcOffset(midnight));
    }

    /// <summary>A year from today: the longest that a role is given for.</summary>
    internal static DateOnly InAYear(TimeProvider clock) => Day(clock.GetUtcNow(), clock).AddDays(364);

    internal static DateOnly Day(DateTimeOffset at, TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime);
}
