using PrivacyPortal.Components.Shared;

namespace PrivacyPortal.Components.Members;

/// <summary>How long something still lasts, in the two largest units that say it.</summary>
internal static class TimeLeft
{
    internal static string Say(TimeSpan left) => left switch
    {
        _ when left <= TimeSpan.Zero => "over",
        { TotalDays: >= 2 } => Words.Count((int)left.TotalDays, "day", "days"),
        { TotalHours: >= 1 } => $"{(int)left.TotalHours} h {left.Minutes} min",
        { TotalMinutes: >= 1 } => $"{left.Minutes} min {left.Seconds} s",
        _ => $"{left.Seconds} s",
    };
}
