using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Shared;

/// <summary>A date at the precision the record states: a year stays a year.</summary>
internal static class DateWords
{
    internal static string Say(PartialDate date) => date switch
    {
        { Date: { } day } => day.ToString("MMMM d, yyyy", Words.Culture),
        { Month: not null } => date.Earliest.ToString("MMMM yyyy", Words.Culture),
        _ => date.Year.ToString("0000", Words.Culture),
    };

    internal static string Say(TimeRange range) => (range.Start, range.End) switch
    {
        (null, null) => Words.NotStated,
        ({ } start, null) => "from " + Say(start),
        (null, { } end) => "until " + Say(end),
        ({ } start, { } end) when Say(start) == Say(end) => Say(start),
        ({ } start, { } end) => Say(start) + " to " + Say(end),
    };

    /// <summary>The same for a machine: <c>1954</c>, <c>1954-06</c>, <c>1954-06-13</c>.</summary>
    internal static string Machine(PartialDate date) => date switch
    {
        { Date: { } day } => day.ToString("yyyy-MM-dd", Words.Culture),
        { Month: not null } => date.Earliest.ToString("yyyy-MM", Words.Culture),
        _ => date.Year.ToString("0000", Words.Culture),
    };
}
