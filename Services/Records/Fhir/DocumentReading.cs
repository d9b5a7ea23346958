using System.Text.Json;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>DocumentReference as <see cref="Document"/>, and where what is in it lies: in the entry, or as a Binary of this record system. No other address is ever asked.</summary>
internal static class DocumentReading
{
    public static Document Read(Entry entry)
    {
        var attachment = Attachment(entry.Resource);
        return new Document(entry.Id, LabelsOf(entry))
        {
            Owners = entry.OwnersOf(entry.Resource.Items("author"u8)),
            Title = attachment.Text("title"u8) ?? entry.Resource.Text("description"u8),
            Kind = Concepts.Read(entry.Resource.Object("type"u8)) ?? Concepts.Read(entry.Resource.First("category"u8)),
            Date = entry.Resource.Date("date"u8) ?? attachment.Date("creation"u8),
            Author = entry.NameOf(entry.Resource.First("author"u8)),
            Status = entry.Resource.Text("status"u8),
            ContentType = attachment.Text("contentType"u8),
            Size = attachment.Get("size"u8).IsThere() ? (long?)attachment.Number("size"u8) : SizeOf(attachment),
            Held = attachment.Get("data"u8).IsThere() || BinaryOf(entry, attachment) is not null,
        };
    }

    /// <summary>The document itself, or the Binary in which it lies.</summary>
    public static (DocumentContent Content, string? Binary)? ReadContent(Entry entry)
    {
        var attachment = Attachment(entry.Resource);
        var content = new DocumentContent(entry.Id, LabelsOf(entry))
        {
            Owners = entry.OwnersOf(entry.Resource.Items("author"u8)),
            Form = DocumentForms.Of(attachment.Text("contentType"u8)),
        };
        if (SizeOf(attachment) > Document.MostBytes)
            return null;
        return attachment.Get("data"u8).IsThere() ? (content with { Bytes = Data(attachment) }, null)
            : BinaryOf(entry, attachment) is { } binary ? (content, binary) : null;
    }

    /// <summary>What is in a Binary; null when it is none, or too large.</summary>
    public static byte[]? ReadBinary(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var binary = JsonDocument.Parse(json);
            return binary.RootElement.Is("resourceType"u8, "Binary"u8) && SizeOf(binary.RootElement) is <= Document.MostBytes ? Data(binary.RootElement) : null;
        }
        catch (Exception e) when (e is MalformedEntryException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Sensitivity LabelsOf(Entry entry) => entry.Labels | SensitivityLabels.OfConcepts(entry.Resource.Items("securityLabel"u8));

    private static JsonElement Attachment(JsonElement document) => document.First("content"u8).Object("attachment"u8);

    private static string? BinaryOf(Entry entry, JsonElement attachment) =>
        attachment.Text("url"u8) is { } url && entry.Whose.LocalAddress(url) is { } local && local.StartsWith("Binary/", StringComparison.Ordinal) ? local : null;

    // four characters are three bytes; nothing is decoded to be counted
    private static long? SizeOf(JsonElement holder) => holder.Get("data"u8) is { ValueKind: JsonValueKind.String } data
        ? (System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(data).Length - 2L) / 4 * 3 : null;

    private static byte[] Data(JsonElement holder) => holder.Get("data"u8).TryGetBytesFromBase64(out var bytes) ? bytes : throw new MalformedEntryException();
}
