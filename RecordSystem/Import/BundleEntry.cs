using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>One entry of a bundle (or a resource on its own), read as far as is needed to know what it is and where it goes.</summary>
internal sealed partial class BundleEntry(int number, JsonElement? entry, JsonElement? resource)
{
    public const string Urn = "urn:uuid:";

    public int Number => number;

    public JsonElement? Resource => resource;

    public string? Type { get; } = resource is { ValueKind: JsonValueKind.Object } content ? Text(content, "resourceType") : null;

    public string? FullUrl { get; } = Text(entry, "fullUrl");

    public string? Method { get; } = Text(Part(entry, "request"), "method");

    public string? Url { get; } = Text(Part(entry, "request"), "url");

    /// <summary>The search that decides whether this is there already: of ifNoneExist, or of a conditional update.</summary>
    public string? Condition =>
        Method == "POST" && Text(Part(entry, "request"), "ifNoneExist") is { Length: > 0 } search ? $"{Type}?{search.TrimStart('?')}"
        : Method == "PUT" && Url?.Contains('?', StringComparison.Ordinal) == true ? Url : null;

    /// <summary>A search's own remarks are not records.</summary>
    public bool IsRemark => Text(Part(entry, "search"), "mode") == "outcome" || Type == "OperationOutcome" && entry is not null && Method is null;

    public static BundleEntry Of(int number, JsonElement entry) => new(number, entry, Part(entry, "resource"));

    public static BundleEntry Alone(JsonElement resource) => new(1, null, resource);

    /// <summary>The same entry always gets the same id, so that importing twice changes nothing.</summary>
    public string Id()
    {
        var own = Text(resource, "id");
        if (Method == "PUT" && Condition is null)
        {
            var asked = Url?.Split('/') is [.., var type, var last] && type == Type ? last : throw new ImportRefusal("request.url of a PUT does not fit the resource");
            if (own is not null && own != asked) throw new ImportRefusal("request.url of a PUT does not fit the resource's id");
            own = asked;
        }

        var byUrn = FullUrl?.StartsWith(Urn, StringComparison.Ordinal) == true && (Method == "POST" || own is null) ? FullUrl[Urn.Length..].ToLowerInvariant() : null;
        var id = byUrn ?? own ?? (FullUrl?.StartsWith("http", StringComparison.Ordinal) == true ? FullUrl[(FullUrl.LastIndexOf('/') + 1)..] : null) ?? FromContent();
        return ValidId().IsMatch(id) ? id : throw new ImportRefusal("The id is not a FHIR id");
    }

    private string FromContent() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(resource!.Value.GetRawText())))[..32];

    private static JsonElement? Part(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement? element, string name) =>
        Part(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex ValidId();
}
