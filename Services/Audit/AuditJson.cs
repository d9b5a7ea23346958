using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Audit;

/// <summary>An entry as canonical JSON: keys in ordinal order, no white space, values from closed sets or opaque ASCII references.</summary>
internal static class AuditJson
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    internal static byte[] Write(AuditEntry entry, long sequence, byte[] previous, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(384);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        Optional("account", entry.Account);
        json.WriteString("act", entry.Act.ToString());
        json.WriteString("at", at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        Optional("category", entry.Category?.ToString());
        Optional("need", entry.Need?.ToString());
        json.WriteBoolean("ok", entry.Allowed);
        json.WriteString("prev", Convert.ToHexStringLower(previous));
        Optional("purpose", entry.Purpose?.Code());
        Optional("reason", entry.Reason);
        Optional("role", entry.Role?.ToString());
        Optional("rule", entry.Rule);
        json.WriteNumber("seq", sequence);
        Optional("session", entry.Session);
        Optional("subject", entry.Subject);
        Optional("target", entry.Target);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();

        void Optional(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }
    }

    internal static DateTimeOffset TimeOf(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        return DateTimeOffset.ParseExact(json.RootElement.GetProperty("at").GetString()!, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
