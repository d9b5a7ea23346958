using System.Security.Cryptography;
using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Takeaway;

/// <summary>One resource as the record system wrote it, on its way to the member's own device. Empty where the grant shows a few fields only.</summary>
public sealed record RecordCopy(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    /// <summary>The resource's type.</summary>
    internal string Type { get; init; } = "";

    /// <summary>The resource's own bytes.</summary>
    internal byte[] Json { get; init; } = [];

    /// <summary>What it refers to, as written: references, and the address of a document's body.</summary>
    internal IReadOnlyList<string> References()
    {
        var found = new List<string>();
        var reader = new Utf8JsonReader(Json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !(reader.ValueTextEquals("reference"u8) || reader.ValueTextEquals("url"u8)))
                continue;
            var isUrl = reader.ValueTextEquals("url"u8);
            if (reader.Read() && reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text && text[0] != '#'
                && (!isUrl || text.StartsWith("Binary/", StringComparison.Ordinal)))
                found.Add(text);
        }
        return found;
    }

    /// <summary>Overwrites the bytes (C12).</summary>
    internal void Clear() => CryptographicOperations.ZeroMemory(Json);
}
