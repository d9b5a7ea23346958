using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Names and codes of the resources that an answer includes beside the ones asked for. Nothing is ever fetched to resolve a reference.</summary>
internal sealed class Included(OwnAddress address)
{
    private readonly Dictionary<string, Named> byReference = [];

    /// <summary>Takes the name or code of an included resource, if it is of a kind that a page names.</summary>
    public void Add(string? fullUrl, string type, JsonElement resource)
    {
        // never people's own records: a member's, a relative's condition
        if (type is "Patient" or "Condition" || Named.From(type, resource) is not { } named)
            return;
        if (resource.Text("id"u8) is { } id)
            byReference[$"{type}/{id}"] = named;
        if (fullUrl is not null && address.Local(fullUrl) is null)
            byReference[fullUrl] = named;
    }

    /// <summary>What a reference of <paramref name="resource"/> points to, if it is contained in it or was included.</summary>
    public Named? Find(JsonElement reference, JsonElement resource)
    {
        if (reference.Text("reference"u8) is not { } text)
            return null;
        if (text.StartsWith('#'))
            return Contained(text[1..], resource) is var contained && contained.IsThere() ? Named.From(contained.Text("resourceType"u8), contained) : null;
        return byReference.GetValueOrDefault(address.Local(text) ?? text);
    }

    public static JsonElement Contained(string id, JsonElement resource)
    {
        foreach (var contained in resource.Items("contained"u8))
        {
            if (contained.Text("id"u8) == id)
                return contained;
        }
        return default;
    }
}
