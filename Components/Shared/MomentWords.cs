namespace PrivacyPortal.Components.Shared;

/// <summary>A day and time as the plan's clock shows it.</summary>
internal static class MomentWords
{
    internal static string Say(DateTimeOffset at, TimeProvider clock) =>
        Day(at, clock) + ", " + ClockWords.Say(at, clock);

    /// <summary>Its day alone.</summary>
    internal static string Day(DateTimeOffset at, TimeProvider clock) => DateWords.Say(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime));
}
