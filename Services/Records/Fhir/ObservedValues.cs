using System.Text.Json;
using PrivacyPortal.Services.Results;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The value of an observation or of one of its parts, of every type that FHIR allows, in words as written.</summary>
internal static class ObservedValues
{
    /// <summary>Reads the value; null when there is neither a value nor a reason for its absence.</summary>
    public static ObservedValue? Of(JsonElement element)
    {
        var quantity = element.Object("valueQuantity"u8);
        if (Amounts.Quantity(quantity) is { } amount)
            return new ObservedValue(amount, quantity.Number("value"u8), Amounts.UnitOf(quantity));
        if (element.NumberText("valueInteger"u8) is { } whole)
            return new ObservedValue(whole, element.Number("valueInteger"u8));
        var code = Concepts.Read(element.Object("valueCodeableConcept"u8));
        if (code is { Masked: true })
            return new ObservedValue(null, Absent: code);
        if ((code?.Label ?? WordsOf(element)) is { } words)
            return new ObservedValue(words);
        return Concepts.Read(element.Object("dataAbsentReason"u8)) is { } reason ? new ObservedValue(null, Absent: reason) : null;
    }

    private static string? WordsOf(JsonElement element) =>
        element.Text("valueString"u8)
        ?? element.Flag("valueBoolean"u8) switch { true => "Yes", false => "No", null => null }
        ?? Amounts.Range(element.Object("valueRange"u8))
        ?? RatioOf(element.Object("valueRatio"u8))
        ?? element.Text("valueTime"u8)
        ?? element.Text("valueDateTime"u8)
        ?? Dates.PeriodText(element.Object("valuePeriod"u8))
        ?? element.Object("valueSampledData"u8).Text("data"u8);

    private static string? RatioOf(JsonElement ratio) =>
        (Amounts.Quantity(ratio.Object("numerator"u8)), Amounts.Quantity(ratio.Object("denominator"u8))) is ({ } over, { } under)
            ? $"{over} : {under}" : null;
}
