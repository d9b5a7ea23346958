namespace PrivacyPortal.Components.Shared;

/// <summary>A moment of today as the plan's clock shows it. A server that runs on UTC says so.</summary>
internal static class ClockWords
{
    internal static string Say(DateTimeOffset at, TimeProvider clock)
    {
        var zone = clock.LocalTimeZone;
        var time = TimeZoneInfo.ConvertTime(at, zone).ToString("h:mm tt", Words.Culture);
        return zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? time + " UTC" : time;
    }
}
