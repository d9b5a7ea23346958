using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Audit;

/// <summary>An entry as canonical JSON: keys in ordinal order, no white space, values from closed sets or opaque ASCII references.</summary>
internal static class AuditJson
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private const int MostOfAValue = 200;

    // the default encoder would spell some of the allowed characters as escapes
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly SearchValues<char> Opaque = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:/#,");

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? threadBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? threadWriter;

    /// <summary>No space, no quote, no letter beyond ASCII: a name, a sentence or an amount cannot get in (C11), and one spelling is the only one.</summary>
    /// <exception cref="ArgumentException">A value is more than an opaque reference or a closed word.</exception>
    internal static void Check(AuditEntry entry)
    {
        Span<string?> values = [entry.Account, entry.Session, entry.Subject, entry.Target, entry.Rule, entry.Reason];
        foreach (var value in values)
        {
            if (value is not null && (value.Length > MostOfAValue || value.AsSpan().ContainsAnyExcept(Opaque)))
                throw new ArgumentException("The audit takes opaque references and closed words only.", nameof(entry));
        }
    }

    internal static byte[] Write(AuditEntry entry, long sequence, byte[] previous, DateTimeOffset at)
    {
        Check(entry);
        // one pair for each thread: the writer of the log is one thread, and this is the larger part of what an append costs beside the disk
        var buffer = threadBuffer ??= new ArrayBufferWriter<byte>(1024);
        var json = threadWriter ??= new Utf8JsonWriter(buffer, Plain);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        Optional("account", entry.Account);
        json.WriteString("act", entry.Act.ToString());
        json.WriteString("at", Say(at));
        Optional("category", entry.Category?.ToString());
        Optional("need", entry.Need?.ToString());
        json.WriteBoolean("ok", entry.Allowed);
        json.WriteString("prev", Convert.ToHexStringLower(previous));
        Optional("purpose", entry.Purpose?.Code());
        Optional("reason", entry.Reason);
        Optional("role", entry.Role?.ToString());
        Optional("roles", Words(entry.Roles));
        Optional("rule", entry.Rule);
        Optional("scope", entry.Scope?.ToString());
        json.WriteNumber("seq", sequence);
        Optional("session", entry.Session);
        Optional("subject", entry.Subject);
        Optional("target", entry.Target);
        if (entry.Version is { } version)
            json.WriteNumber("version", version);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();

        void Optional(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }
    }

    private static string? Words(IReadOnlyCollection<Role> roles) => roles.Count switch
    {
        0 => null,
        1 => roles.First().ToString(),
        _ => string.Join(',', roles.Order()),
    };

    internal static string Say(DateTimeOffset at) => at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    internal static AuditRecord Read(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        var root = json.RootElement;
        return new(root.GetProperty("seq").GetInt64(), TimeOf(root), new AuditEntry(Word<AuditAct>("act") ?? default, root.GetProperty("ok").GetBoolean())
        {
            Account = Text("account"),
            Session = Text("session"),
            Subject = Text("subject"),
            Category = Word<Category>("category"),
            Purpose = Text("purpose") is { } code ? Enum.GetValues<PurposeOfUse>().Cast<PurposeOfUse?>().FirstOrDefault(purpose => purpose!.Value.Code() == code) : null,
            Need = Word<NeedKind>("need"),
            Roles = [.. (Text("roles") ?? "").Split(',').Select(role => Enum.TryParse<Role>(role, out var known) ? known : (Role?)null).OfType<Role>()],
            Role = Word<Role>("role"),
            Target = Text("target"),
            Rule = Text("rule"),
            Reason = Text("reason"),
            Scope = Word<Scope>("scope"),
            Version = root.TryGetProperty("version", out var version) ? version.GetInt32() : null,
        });

        string? Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

        T? Word<T>(string name) where T : struct, Enum => Enum.TryParse<T>(Text(name), out var known) ? known : null;
    }

    internal static DateTimeOffset TimeOf(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        return TimeOf(json.RootElement);
    }

    private static DateTimeOffset TimeOf(JsonElement entry) =>
        DateTimeOffset.ParseExact(entry.GetProperty("at").GetString()!, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
