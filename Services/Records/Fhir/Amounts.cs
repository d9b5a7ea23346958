using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Money, quantities and ranges: numbers for adding up, and texts as they are written.</summary>
internal static class Amounts
{
    /// <summary>Reads a Money; null when it states no value.</summary>
    public static Money? Money(JsonElement money) =>
        money.Number("value"u8) is { } value ? new Money(value, CurrencyOf(money)) : null;

    /// <summary>A Quantity in words: comparator, the number as written, unit.</summary>
    public static string? Quantity(JsonElement quantity)
    {
        if (quantity.NumberText("value"u8) is not { } value)
            return null;
        var number = quantity.Text("comparator"u8) + value;
        return UnitOf(quantity) is { } unit ? $"{number} {unit}" : number;
    }

    /// <summary>The unit as displayed, else its code.</summary>
    public static string? UnitOf(JsonElement quantity) => quantity.Text("unit"u8) ?? quantity.Text("code"u8);

    /// <summary>A Range in words; an open end says at least or at most.</summary>
    public static string? Range(JsonElement range)
    {
        var (low, high) = (range.Object("low"u8), range.Object("high"u8));
        var (lowText, highText) = (Quantity(low), Quantity(high));
        if (lowText is null)
            return highText is null ? null : $"≤ {highText}";
        if (highText is null)
            return $"≥ {lowText}";
        return UnitOf(low) == UnitOf(high) ? $"{low.NumberText("value"u8)}–{highText}" : $"{lowText}–{highText}";
    }

    private static string CurrencyOf(JsonElement money) =>
        money.Is("currency"u8, "USD"u8) ? "USD" : money.Text("currency"u8) ?? "USD";
}
