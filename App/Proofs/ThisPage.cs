using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using PrivacyPortal.App.Edge;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.App.Proofs;

/// <summary>Reads the connection of the page that is being answered: the certificate that was sent on it, its protocol and its suite (C10).</summary>
[Enforces(Clauses.VerifiablePage)]
internal sealed class ThisPage(IHttpContextAccessor http, OwnHosts hosts) : IThisPage
{
    public PageConnection Read()
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("Only a page that is answered over HTTP has a connection to show.");
        var tls = context.Features.Get<ITlsHandshakeFeature>();
        using var certificate = context.Features.Get<ISslStreamFeature>()?.SslStream.LocalCertificate is { } sent ? X509CertificateLoader.LoadCertificate(sent.GetRawCertData()) : null;
        var expected = hosts.Names;
        return new()
        {
            Origin = $"{context.Request.Scheme}://{context.Request.Host}",
            ExpectedHosts = [.. expected],
            HostIsExpected = expected.Any(host => Fits(host, context.Request.Host.Host)),
            Fingerprint = certificate is null ? null : string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))),
            Expires = certificate?.NotAfter.ToUniversalTime(),
            Protocol = tls is null ? null : tls.Protocol.ToString().Replace("Tls1", "TLS 1.", StringComparison.Ordinal),
            Cipher = tls?.NegotiatedCipherSuite?.ToString(),
            Http = context.Request.Protocol,
        };
    }

    // "*" answers to every name, and so vouches for none
    private static bool Fits(string expected, string host) =>
        expected.StartsWith("*.", StringComparison.Ordinal) ? host.EndsWith(expected[1..], StringComparison.OrdinalIgnoreCase) : expected.Trim('[', ']').Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
}
