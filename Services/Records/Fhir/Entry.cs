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

    public override string ToString() => nameof(Entry);
}
