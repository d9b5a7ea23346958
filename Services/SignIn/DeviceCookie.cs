using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Services.SignIn;

/// <summary>What a known device carries: a random id, signed together with the sign-in name, so that it is worth nothing for another account.</summary>
internal static class DeviceCookie
{
    private const int IdLength = 64;

    internal static string Make(string normalizedName, ThrottleKey key)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        return id + Signature(id, normalizedName, key);
    }

    /// <summary>The digest of the id in it; null when it is not one that was made for this name.</summary>
    internal static string? DigestIn(string? cookie, string normalizedName, ThrottleKey key)
    {
        if (cookie is not { Length: 2 * IdLength })
            return null;
        var signed = Encoding.UTF8.GetBytes(Signature(cookie[..IdLength], normalizedName, key));
        return CryptographicOperations.FixedTimeEquals(signed, Encoding.UTF8.GetBytes(cookie[IdLength..]))
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cookie[..IdLength])))
            : null;
    }

    private static string Signature(string id, string normalizedName, ThrottleKey key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Value.Span, Encoding.UTF8.GetBytes($"device-cookie:{id}:{normalizedName}")));
}
