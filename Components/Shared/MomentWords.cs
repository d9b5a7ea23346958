namespace PrivacyPortal.Components.Shared;

/// <summary>A day and time as the plan's clock shows it.</summary>
internal static class MomentWords
{
    internal static string Say(DateTimeOffset at, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("MMMM d, yyyy", Words.Culture) + ", " + ClockWords.Say(at, clock);
}
