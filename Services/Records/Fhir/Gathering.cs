using System.Text.Json;
using System.Text.Unicode;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What a search has brought so far: the member's own entries as read models, and a count of those that were left out.</summary>
internal sealed class Gathering<T>(string type, Func<Entry, T?> read, Whose whose, OwnAddress address) where T : class
{
    private static readonly JsonDocumentOptions OneEntry = new() { MaxDepth = 64, AllowDuplicateProperties = false };
    private readonly Included included = new(address);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<T> items = [];
    private int? stated;
    private int unreadable;
    private int notTheirs;

    public IReadOnlyList<T> Items => items;

    public Completeness Completeness(bool cutOff) => new(items.Count, stated, unreadable, notTheirs, cutOff);

    /// <summary>Takes the entries of a page. Included resources first: they may stand behind what refers to them.</summary>
    public void Take(SearchPage page, ReadOnlyMemory<byte> json)
    {
        stated = page.Total ?? stated;
        var matches = new List<JsonDocument>();
        try
        {
            foreach (var range in page.Entries)
            {
                if (!Guarded(() => Sort(json[range], matches)))
                    unreadable++;
            }
            foreach (var match in matches)
            {
                if (!Guarded(() => TakeMatch(match.RootElement.Object("resource"u8))))
                    unreadable++;
            }
        }
        finally
        {
            matches.ForEach(match => match.Dispose());
        }
    }

    private void Sort(ReadOnlyMemory<byte> json, List<JsonDocument> matches)
    {
        if (!Utf8.IsValid(json.Span))
            throw new MalformedEntryException();
        var entry = JsonDocument.Parse(json, OneEntry);
        var isMatch = false;
        try
        {
            var root = entry.RootElement;
            var resource = root.Object("resource"u8);
            var itsType = resource.Text("resourceType"u8);
            var mode = root.Object("search"u8).Text("mode"u8);
            if (itsType == "OperationOutcome" || mode == "outcome")
                return;
            // a server may leave the mode out, and some call an included resource a match
            isMatch = itsType == type && mode != "include";
            if (isMatch)
                matches.Add(entry);
            else if (itsType is not null)
                // one that cannot be read costs a name, not an entry
                Guarded(() => included.Add(root.Text("fullUrl"u8), itsType, resource));
            else
                throw new MalformedEntryException();
        }
        finally
        {
            if (!isMatch)
                entry.Dispose();
        }
    }

    private void TakeMatch(JsonElement resource)
    {
        var entry = new Entry(resource, included, whose);
        // pages may overlap
        if (!seen.Add(entry.Id))
            return;
        if (!whose.IsTheirs(type, resource))
            notTheirs++;
        else if (read(entry) is { } item)
            items.Add(item);
    }

    /// <summary>False when the entry is malformed, in whatever way; what was wrong is not kept.</summary>
    private static bool Guarded(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception e) when (e is MalformedEntryException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
