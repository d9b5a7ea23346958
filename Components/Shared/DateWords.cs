using System.Globalization;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Shared;

/// <summary>A date at the precision the record states: a year stays a year.</summary>
internal static class DateWords
{
    internal static string Say(PartialDate date) => date switch
    {
        { Date: { } day } => Say(day),
        { Month: not null } => date.Earliest.ToString(Words.InSpanish ? "MMMM 'de' yyyy" : "MMMM yyyy", Words.Culture),
        _ => date.Year.ToString("0000", Words.Culture),
    };

    internal static string Say(DateOnly day) => day.ToString(Words.InSpanish ? "d 'de' MMMM 'de' yyyy" : "MMMM d, yyyy", Words.Culture);

    internal static string Say(TimeRange range) => (range.Start, range.End) switch
    {
        (null, null) => Words.NotStated,
        ({ } start, null) => T("from {0}", Say(start)),
        (null, { } end) => T("until {0}", Say(end)),
        ({ } start, { } end) when Say(start) == Say(end) => Say(start),
        ({ } start, { } end) => T("{0} to {1}", Say(start), Say(end)),
    };

    /// <summary>The same for a machine: <c>1954</c>, <c>1954-06</c>, <c>1954-06-13</c>.</summary>
    internal static string Machine(PartialDate date) => date switch
    {
        { Date: { } day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Month: not null } => date.Earliest.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => date.Year.ToString("0000", Words.Culture),
    };
}
