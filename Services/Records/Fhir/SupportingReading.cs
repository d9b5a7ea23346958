using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>A claim's supporting information: days of supply, admission period and the like, each with a label and its value as given.</summary>
internal static class SupportingReading
{
    public static IReadOnlyList<(Coded Label, string Value)> All(Entry entry)
    {
        var all = new List<(Coded, string)>();
        foreach (var info in entry.Resource.Items("supportingInfo"u8))
        {
            if (Concepts.Read(info.Object("category"u8)) is { } label && ValueOf(entry, info) is { } value)
                all.Add((label, value));
        }
        return all;
    }

    private static string? ValueOf(Entry entry, JsonElement info) =>
        info.Text("valueString"u8)
        ?? Amounts.Quantity(info.Object("valueQuantity"u8))
        ?? info.Flag("valueBoolean"u8) switch { true => "Yes", false => "No", null => null }
        ?? entry.NameOf(info.Object("valueReference"u8))
        ?? info.Text("timingDate"u8)
        ?? Dates.PeriodText(info.Object("timingPeriod"u8))
        ?? Concepts.Read(info.Object("code"u8))?.Label;
}
