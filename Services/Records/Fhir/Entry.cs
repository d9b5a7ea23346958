using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>One resource on its way into a read model, with what came beside it.</summary>
internal readonly record struct Entry(JsonElement Resource, Included Included, Whose Whose)
{
    public string Id => Resource.Text("id"u8) ?? throw new MalformedEntryException();

    /// <summary>The resource's own labels.</summary>
    public Sensitivity Labels => SensitivityLabels.Of(Resource);

    /// <summary>The name of whom or what a reference points to: as contained, as included, or as the reference itself displays it.</summary>
    public string? NameOf(JsonElement reference) => Included.Find(reference, Resource)?.Name ?? reference.Text("display"u8);

    /// <summary>The code of what a reference points to, or the words in which it is displayed.</summary>
    public Coded? CodeOf(JsonElement reference) =>
        Included.Find(reference, Resource)?.Code ?? (reference.Text("display"u8) is { } display ? new Coded(display, null, null) : null);

    /// <summary>The practitioners that these references name in this record system.</summary>
    public IReadOnlyList<string> OwnersOf(IEnumerable<JsonElement> references)
    {
        var owners = new List<string>();
        foreach (var reference in references)
        {
            if (Whose.Local(reference) is { } local && local.StartsWith("Practitioner/", StringComparison.Ordinal) && !owners.Contains(local))
                owners.Add(local);
        }
        return owners;
    }

    /// <summary>The id of the visit in this record system that a reference leads to; null for anything else.</summary>
    public string? VisitOf(JsonElement reference) =>
        Whose.Local(reference) is { } local && local.StartsWith("Encounter/", StringComparison.Ordinal) ? local["Encounter/".Length..] : null;

    public override string ToString() => nameof(Entry);
}
