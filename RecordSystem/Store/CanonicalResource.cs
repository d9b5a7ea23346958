using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.RecordSystem.Store;

/// <summary>
/// A resource as compact JSON that starts with resourceType, id and meta, without version and time: equal content gives equal
/// bytes, and the server's own version and time are spliced in when it is stored.
/// </summary>
internal sealed record CanonicalResource(string Type, string Id, byte[] Json)
{
    public byte[] Hash() => SHA256.HashData(Json);

    public byte[] Stamped(long version, DateTimeOffset at)
    {
        var prefix = Encoding.UTF8.GetByteCount(MetaPrefix(Type, Id));
        var stamp = string.Create(CultureInfo.InvariantCulture, $"\"versionId\":\"{version}\",\"lastUpdated\":\"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\"");
        if (Json[prefix] != (byte)'}') stamp += ",";
        var head = Encoding.UTF8.GetBytes(stamp);
        var stamped = new byte[Json.Length + head.Length];
        Json.AsSpan(0, prefix).CopyTo(stamped);
        head.CopyTo(stamped.AsSpan(prefix));
        Json.AsSpan(prefix).CopyTo(stamped.AsSpan(prefix + head.Length));
        return stamped;
    }

    // types and ids are letters, digits, hyphens and dots: nothing to escape
    private static string MetaPrefix(string type, string id) => $$"""{"resourceType":"{{type}}","id":"{{id}}","meta":{""";
}
