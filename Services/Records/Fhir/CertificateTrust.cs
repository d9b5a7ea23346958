using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Which certificate of the record system is trusted: the pinned one and nothing else, or, without a pin, whatever the system's validation accepts (C9).</summary>
internal static class CertificateTrust
{
    public static RemoteCertificateValidationCallback For(byte[]? pin) => (_, certificate, _, errors) =>
        pin is null ? errors == SslPolicyErrors.None : certificate is not null && Matches(certificate, pin);

    private static bool Matches(X509Certificate certificate, byte[] pin) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(certificate.GetRawCertData()), pin);
}
