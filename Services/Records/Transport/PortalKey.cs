using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>The portal's private key for SMART Backend Services, with the algorithm that its kind asks for.</summary>
internal static class PortalKey
{
    internal static SigningCredentials Load(SmartAccess smart)
    {
        var pem = File.ReadAllText(smart.KeyPath);
        if (Elliptic(pem) is { } elliptic)
            return new(new ECDsaSecurityKey(elliptic) { KeyId = smart.KeyId }, SecurityAlgorithms.EcdsaSha384);
        return new(new RsaSecurityKey(Rsa(pem)!) { KeyId = smart.KeyId }, SecurityAlgorithms.RsaSha384);
    }

    /// <summary>Why the file is no key for this; null when it is one.</summary>
    internal static string? Problem(string path)
    {
        const string which = "Records:Auth:Smart:KeyPath must hold a private key in PEM: elliptic on P-384, or RSA of 2048 bits or more.";
        try
        {
            var pem = File.ReadAllText(path);
            using var elliptic = Elliptic(pem);
            using var rsa = elliptic is null ? Rsa(pem) : null;
            return elliptic?.KeySize == 384 || rsa?.KeySize >= 2048 ? null : which;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return which;
        }
    }

    private static ECDsa? Elliptic(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return null;
        }
    }

    private static RSA? Rsa(string pem)
    {
        var key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
