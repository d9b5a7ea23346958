using System.Globalization;
using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// Reads elements of a resource by kind. What is not there is null or empty; what is there in another kind makes the entry malformed, because
/// leaving it out in silence would show a claim without its amounts.
/// </summary>
internal static class JsonReading
{
    private static readonly JsonElement None = JsonDocument.Parse("[]").RootElement;

    /// <summary>True when the source gave something.</summary>
    public static bool IsThere(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The value under a name, of any kind; undefined when there is none.</summary>
    public static JsonElement Get(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (!element.IsThere())
            return default;
        if (element.ValueKind != JsonValueKind.Object)
            throw new MalformedEntryException();
        return element.TryGetProperty(name, out var value) && value.IsThere() ? value : default;
    }

    public static JsonElement Object(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Get(name) is var value && value.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined ? value : throw new MalformedEntryException();

    /// <summary>The items of a list; none when it is not there.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { ValueKind: JsonValueKind.Undefined } => None.EnumerateArray(),
        _ => throw new MalformedEntryException(),
    };

    /// <summary>The first item of a list; undefined when there is none.</summary>
    public static JsonElement First(this JsonElement element, ReadOnlySpan<byte> name)
    {
        foreach (var item in element.Items(name))
            return item;
        return default;
    }

    public static string? Text(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name).AsText();

    /// <summary>A string; null for none and for a blank one.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        _ => throw new MalformedEntryException(),
    };

    public static bool Is(this JsonElement element, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value && value.ValueEquals(text);

    public static decimal? Number(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name) switch
    {
        { ValueKind: JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        _ => throw new MalformedEntryException(),
    };

    /// <summary>A number as it is written, so that 1.10 stays 1.10; only an exponent is written out, so that 1.3E+2 is read as 130.</summary>
    public static string? NumberText(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name) switch
    {
        { ValueKind: JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Number } value => value.GetRawText() is var raw && raw.AsSpan().IndexOfAny('e', 'E') >= 0 && value.TryGetDecimal(out var number)
            ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        _ => throw new MalformedEntryException(),
    };

    public static int? Whole(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name).AsWhole();

    public static int? AsWhole(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        _ => throw new MalformedEntryException(),
    };

    public static bool? Flag(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name).ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new MalformedEntryException(),
    };
}
