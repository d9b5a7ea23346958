using System.Text.Json;

namespace PrivacyPortal.RecordSystem.Search;

internal abstract record SearchValue;

internal sealed record TokenValue(string System, string Code) : SearchValue;

internal sealed record ReferenceValue(string Target) : SearchValue;

internal sealed record DateValue(DateRange Range) : SearchValue;

internal sealed record TextValue(string Folded) : SearchValue;

/// <summary>Takes the search values out of a resource, by the paths of its search parameters.</summary>
internal static class SearchValues
{
    public static IEnumerable<(string Parameter, SearchValue Value)> Of(string type, JsonElement resource) =>
        (from parameter in SearchParameters.Of(type)
         from path in parameter.Paths
         from element in At(resource, path.Split('.'))
         from value in Read(parameter, element)
         select (parameter.Name, value)).Distinct();

    private static IEnumerable<JsonElement> At(JsonElement element, ReadOnlyMemory<string> path)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(item => At(item, path));
        if (path.IsEmpty) return [element];
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(path.Span[0], out var next) ? At(next, path[1..]) : [];
    }

    private static IEnumerable<SearchValue> Read(SearchParameter parameter, JsonElement element) => parameter.Kind switch
    {
        SearchKind.Token => Tokens(element),
        SearchKind.Reference => References(element, parameter.Target),
        SearchKind.Date => DateRange.Of(element) is { } range ? [new DateValue(range)] : [],
        SearchKind.Text => Texts(element),
    };

    private static IEnumerable<TokenValue> Tokens(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) return [new TokenValue("", element.GetString()!)];
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return [new TokenValue("", element.GetRawText())];
        if (element.ValueKind != JsonValueKind.Object) return [];
        if (element.TryGetProperty("coding", out var codings)) return At(codings, Array.Empty<string>()).SelectMany(Tokens);
        return (Text(element, "code") ?? Text(element, "value")) is { } code ? [new TokenValue(Text(element, "system") ?? "", code)] : [];
    }

    private static IEnumerable<ReferenceValue> References(JsonElement element, string? target)
    {
        if (element.ValueKind != JsonValueKind.Object || Text(element, "reference") is not { } reference) return [];
        var version = reference.IndexOf("/_history/", StringComparison.Ordinal);
        if (version >= 0) reference = reference[..version];
        if (reference.StartsWith('#') || reference.StartsWith("urn:", StringComparison.Ordinal)) return [];
        return target is null || reference.StartsWith(target + "/", StringComparison.Ordinal) ? [new ReferenceValue(reference)] : [];
    }

    private static IEnumerable<TextValue> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [new TextValue(FoldedText.Of(element.GetString()!))],
        JsonValueKind.Object => element.EnumerateObject().Where(part => part.Name is "text" or "family" or "given" or "prefix" or "suffix")
            .SelectMany(part => At(part.Value, Array.Empty<string>())).SelectMany(Texts),
        _ => [],
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
