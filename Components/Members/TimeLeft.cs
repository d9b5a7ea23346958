using PrivacyPortal.Components.Shared;

namespace PrivacyPortal.Components.Members;

/// <summary>How long something still lasts, in the two largest units that say it.</summary>
internal static class TimeLeft
{
    internal static string Say(TimeSpan left) => left switch
    {
        _ when left <= TimeSpan.Zero => T("over"),
        { TotalDays: >= 2 } => Words.Count((int)left.TotalDays, T("day"), T("days")),
        { TotalHours: >= 1 } => T("{0} h {1} min", (int)left.TotalHours, left.Minutes),
        { TotalMinutes: >= 1 } => T("{0} min {1} s", left.Minutes, left.Seconds),
        _ => T("{0} s", left.Seconds),
    };
}
