using System.Net.Http.Headers;
using System.Text;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Reads a body of one of the given media types, whole, up to the limit.</summary>
internal static class RequestBody
{
    public const int MostBytes = 5 * 1024 * 1024;

    public static async Task<byte[]> ReadAsync(HttpRequest request, params string[] mediaTypes)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !mediaTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase)
            || type.CharSet?.Trim('"') is { } charset && !charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
            throw FhirRefusal.WrongMediaType();
        if (request.ContentLength > MostBytes) throw FhirRefusal.TooLarge();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }
}
