using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Dates and periods, at the precision in which they are given.</summary>
internal static class Dates
{
    public static PartialDate? Date(this JsonElement element, ReadOnlySpan<byte> name) => PartialDate.Parse(element.Text(name));

    public static TimeRange Period(JsonElement period) => new(period.Date("start"u8), period.Date("end"u8));

    /// <summary>A choice of a moment or a period; empty when the source gives neither.</summary>
    public static TimeRange When(JsonElement element, ReadOnlySpan<byte> moment, ReadOnlySpan<byte> period) =>
        element.Date(moment) is { } at ? TimeRange.At(at) : Period(element.Object(period));

    /// <summary>A period in the source's own writing.</summary>
    public static string? PeriodText(JsonElement period) => (period.Text("start"u8), period.Text("end"u8)) switch
    {
        (null, null) => null,
        ({ } start, null) => $"{start}–",
        (null, { } end) => $"–{end}",
        ({ } start, { } end) => $"{start}–{end}",
    };

    /// <summary>Whether an address, telephone or name is marked as old, or its period has ended.</summary>
    public static bool IsPast(JsonElement element, DateOnly today) =>
        element.Is("use"u8, "old"u8) || element.Object("period"u8).Date("end"u8) is { } end && end.Latest < today;
}
