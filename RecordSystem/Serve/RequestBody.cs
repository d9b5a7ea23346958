using System.Net.Http.Headers;
using System.Text;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Reads a body of one of the given media types, whole, up to the limit.</summary>
internal static class RequestBody
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>What is too large is still read up to here: a client that is cut off while it sends never sees the answer.</summary>
    public const int MostBytesRead = 32 * 1024 * 1024;

    public static async Task<byte[]> ReadAsync(HttpRequest request, params string[] mediaTypes)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !mediaTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase)
            || type.CharSet?.Trim('"') is { } charset && !charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
            throw FhirRefusal.WrongMediaType();
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var total = 0L;
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            total += read;
            if (total <= MostBytes) body.Write(buffer, 0, read);
        }

        return total > MostBytes ? throw FhirRefusal.TooLarge() : body.ToArray();
    }
}
