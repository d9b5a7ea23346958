using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PrivacyPortal.Services.Records;

/// <summary>A certificate by which the record system knows the portal (mutual TLS): PEM with its key, or PKCS#12 with its password.</summary>
public sealed class ClientCertificate
{
    /// <summary>The certificate's file; empty: none is shown.</summary>
    public string Path { get; set; } = "";

    /// <summary>The file of its private key (PEM); empty for PKCS#12.</summary>
    public string KeyPath { get; set; } = "";

    /// <summary>The password of a PKCS#12 file.</summary>
    public string Password { get; set; } = "";

    internal bool IsSet => Path.Length > 0;

    internal X509Certificate2? Load()
    {
        if (!IsSet)
            return null;
        if (KeyPath.Length == 0)
            return X509CertificateLoader.LoadPkcs12FromFile(Path, Password);
        using var read = X509Certificate2.CreateFromPemFile(Path, KeyPath);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }

    internal IEnumerable<string> FileProblems()
    {
        if (!IsSet)
            yield break;
        if (!File.Exists(Path) || (KeyPath.Length > 0 && !File.Exists(KeyPath)))
        {
            yield return "Records:Auth:Certificate: there is no file at Path or KeyPath.";
            yield break;
        }
        if (!CanBeLoaded())
            yield return "Records:Auth:Certificate cannot be read: PEM with KeyPath, or PKCS#12 with Password, with its private key.";
    }

    private bool CanBeLoaded()
    {
        try
        {
            using var loaded = Load();
            return loaded?.HasPrivateKey == true;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException)
        {
            return false;
        }
    }
}
