using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Startup;

/// <summary>
/// The keys that seal form tokens and authenticator keys: files beside the store, never in it, each encrypted to a certificate (C7). Whoever copies the
/// store or the key files has neither.
/// </summary>
[Enforces(Clauses.NothingWrittenDown)]
internal static class KeyRing
{
    /// <summary><c>Portal:KeyRing:Path</c> (PKCS#12 with <c>Password</c>, or PEM with <c>KeyPath</c>); an RSA certificate. Evaluation makes one.</summary>
    internal const string Section = "Portal:KeyRing";

    internal static IServiceCollection AddKeyRing(this IServiceCollection services, DataDirectory data, IConfiguration configuration, bool evaluation)
    {
        var keys = services.AddDataProtection().SetApplicationName("PrivacyPortal").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        if (evaluation || configuration.GetSection(Section)["Path"] is { Length: > 0 })
            keys.ProtectKeysWithCertificate(Certificate(configuration.GetSection(Section), data));
        else
            keys.DisableAutomaticKeyGeneration(); // a command that was not told how to encrypt them makes none; serving does not start without
        return services;
    }

    internal static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Path"] is not { Length: > 0 } path)
            yield return $"{Section}:Path must name the RSA certificate (with KeyPath or Password) that encrypts the key ring.";
        else if (!File.Exists(path) || (section["KeyPath"] is { Length: > 0 } key && !File.Exists(key)))
            yield return $"{Section}: there is no file at Path or KeyPath.";
    }

    private static X509Certificate2 Certificate(IConfigurationSection section, DataDirectory data)
    {
        if (section["Path"] is not { Length: > 0 } path)
            return X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(MadeForEvaluation(data)), null);
        return section["KeyPath"] is { Length: > 0 } key
            ? X509Certificate2.CreateFromPemFile(path, key)
            : X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(path), section["Password"]);
    }

    // It lies beside what it encrypts: good enough for made-up people, and no production starts this way.
    private static string MadeForEvaluation(DataDirectory data)
    {
        var file = Path.Combine(data.Keys, "key-ring.pfx");
        if (!File.Exists(file))
        {
            using var key = RSA.Create(2048);
            var now = TimeProvider.System.GetUtcNow();
            using var made = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
            DataDirectory.WritePrivate(file, made.Export(X509ContentType.Pkcs12));
        }
        return file;
    }
}
