using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Nothing is answered without the one token, not even what this server can do.</summary>
internal sealed class BearerGate(string token)
{
    private const string Scheme = "Bearer ";

    private readonly byte[] _expected = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public void Check(HttpContext http)
    {
        var given = http.Request.Headers.Authorization;
        var text = given.Count == 1 && given[0] is { } value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : "";
        // hashes have one length, so the comparison tells nothing about the token's
        if (CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), _expected)) return;
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        throw new FhirRefusal(401, "login", "A valid token is needed.");
    }
}
