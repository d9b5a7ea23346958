using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>One searchset page: how many the record system says there are, where the next page is, and where in the answer each entry lies.</summary>
/// <remarks>Entries are only found here and read one by one later, so that one that is wrong does not take the others with it.</remarks>
internal sealed class SearchPage
{
    private static readonly JsonReaderOptions Outer = new() { MaxDepth = 256, CommentHandling = JsonCommentHandling.Disallow };
    private readonly List<Range> entries = [];
    private bool isBundle;

    public int? Total { get; private set; }

    public string? Next { get; private set; }

    public IReadOnlyList<Range> Entries => entries;

    /// <summary>Reads a page; null for anything that is no whole searchset.</summary>
    public static SearchPage? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var page = new SearchPage();
            var reader = new Utf8JsonReader(json, Outer);
            return page.Take(ref reader, json) && page.isBundle ? page : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or MalformedEntryException)
        {
            return null;
        }
    }

    private bool Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name) || !reader.Read())
                return false;
            switch (name)
            {
                case "resourceType":
                    isBundle = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Bundle"u8);
                    break;
                case "type" when reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals("searchset"u8):
                    return false;
                case "total":
                    Total = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var total) && total >= 0 ? total : null;
                    break;
                case "link":
                    Next = NextOf(json[(int)reader.TokenStartIndex..EndOf(ref reader)]);
                    break;
                case "entry":
                    if (!TakeEntries(ref reader))
                        return false;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        return !reader.Read();
    }

    private bool TakeEntries(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            entries.Add(start..EndOf(ref reader));
        }
        return true;
    }

    private static int EndOf(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return (int)reader.BytesConsumed;
    }

    private static string? NextOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Outer);
        using var links = JsonDocument.ParseValue(ref reader);
        foreach (var link in links.RootElement.EnumerateArray())
        {
            if (link.Is("relation"u8, "next"u8) && link.Text("url"u8) is { } url)
                return url;
        }
        return null;
    }
}
