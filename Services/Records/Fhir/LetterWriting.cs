using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>A sealed letter as a <c>Communication</c>: to be posted to the person of the record, its page attached. Labelled very restricted: it is nobody's to read but the addressee's.</summary>
internal static class LetterWriting
{
    public static string IdentifierOf(Guid letter) => $"urn:uuid:{letter:D}";

    /// <summary>The condition under which a server that knows conditions makes no second one.</summary>
    public static string IfNoneExist(Guid letter) => $"identifier={Uri.EscapeDataString($"urn:ietf:rfc:3986|{IdentifierOf(letter)}")}";

    public static byte[] Write(string reference, Guid letter, ReadOnlySpan<byte> page, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(page.Length * 2);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Communication");
            Write(json, "meta", () => List(json, "security", () => Coding(json, "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "V", "very restricted")));
            List(json, "identifier", () =>
            {
                json.WriteString("system", "urn:ietf:rfc:3986");
                json.WriteString("value", IdentifierOf(letter));
            });
            json.WriteString("status", "preparation");
            Concept(json, "category", "http://terminology.hl7.org/CodeSystem/communication-category", "notification", "letter");
            Concept(json, "medium", "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode", "MAILWRIT", "mail");
            if (reference.StartsWith("Patient/", StringComparison.Ordinal))
                Write(json, "subject", () => json.WriteString("reference", reference));
            List(json, "recipient", () => json.WriteString("reference", reference));
            List(json, "payload", () => Write(json, "contentAttachment", () =>
            {
                json.WriteString("contentType", "text/html");
                json.WriteString("language", "en");
            }));
            json.WriteEndObject();
        }
        return Attach(buffer, page, now);
    }

    // the page is the last thing in the last object: written here, where no string of it is made
    private static byte[] Attach(ArrayBufferWriter<byte> around, ReadOnlySpan<byte> page, DateTimeOffset now)
    {
        var inner = "\"language\":\"en\""u8;
        var at = around.WrittenSpan.LastIndexOf(inner) + inner.Length;
        var result = new byte[around.WrittenCount + System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(page.Length) + 128];
        var length = 0;
        Add(around.WrittenSpan[..at]);
        Add(",\"title\":\"Sealed letter\",\"creation\":\""u8);
        Add(System.Text.Encoding.UTF8.GetBytes(now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
        Add("\",\"data\":\""u8);
        System.Buffers.Text.Base64.EncodeToUtf8(page, result.AsSpan(length), out _, out var encoded);
        length += encoded;
        Add("\""u8);
        Add(around.WrittenSpan[at..]);
        var exact = result[..length];
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(result);
        return exact;

        void Add(ReadOnlySpan<byte> part)
        {
            part.CopyTo(result.AsSpan(length));
            length += part.Length;
        }
    }

    private static void Concept(Utf8JsonWriter json, string name, string system, string code, string text) => List(json, name, () =>
    {
        List(json, "coding", () => Coding(json, system, code, null));
        json.WriteString("text", text);
    });

    private static void Coding(Utf8JsonWriter json, string system, string code, string? display)
    {
        json.WriteString("system", system);
        json.WriteString("code", code);
        if (display is not null)
            json.WriteString("display", display);
    }

    private static void Write(Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartObject(name);
        content();
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        content();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
