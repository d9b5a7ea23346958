using System.Buffers;
using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>A concern or its answer as a FHIR Communication.</summary>
internal static class ConcernJson
{
    private const string Number = "urn:privacy-portal:concern";
    private const string Entry = "urn:privacy-portal:audit-entry";

    internal static byte[] Write(ConcernLetter letter, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Communication");
            Identifier(json, letter.Number, Number);
            if (letter.Answers is { } answered)
            {
                json.WriteStartArray("inResponseTo");
                Reference(json, null, answered);
                json.WriteEndArray();
            }
            json.WriteString("status", "completed");
            json.WriteStartArray("category");
            json.WriteStartObject();
            json.WriteString("text", letter.Answers is null ? "Privacy concern" : "Answer to a privacy concern");
            json.WriteEndObject();
            json.WriteEndArray();
            if (letter.Subject is { } subject)
                Reference(json, "subject", $"Patient/{subject.Value}");
            About(json, letter.Entries);
            json.WriteString("sent", now.UtcDateTime);
            if (letter is { Answers: null, Subject: { } sender })
                Reference(json, "sender", $"Patient/{sender.Value}");
            json.WriteStartArray("payload");
            json.WriteStartObject();
            json.WriteString("contentString", letter.Words);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void About(Utf8JsonWriter json, IReadOnlyList<long> entries)
    {
        if (entries.Count == 0)
            return;
        json.WriteStartArray("about");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteStartObject("identifier");
            json.WriteString("system", Entry);
            json.WriteString("value", entry.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Identifier(Utf8JsonWriter json, string value, string system)
    {
        json.WriteStartArray("identifier");
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("value", value);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Reference(Utf8JsonWriter json, string? name, string to)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        json.WriteString("reference", to);
        json.WriteEndObject();
    }
}
