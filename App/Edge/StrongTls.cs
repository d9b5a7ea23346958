using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Edge;

/// <summary>TLS 1.2 and 1.3 with forward secrecy and authenticated encryption, and nothing older (C9).</summary>
[Enforces(Clauses.AlwaysEncrypted)]
internal static class StrongTls
{
    private static readonly TlsCipherSuite[] Suites =
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_AES_128_GCM_SHA256, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ];

    /// <summary>Whether a connection is as strong as the portal asks for.</summary>
    internal static bool IsStrong(SslProtocols protocol, TlsCipherSuite? suite) =>
        protocol is SslProtocols.Tls12 or SslProtocols.Tls13 && suite is { } negotiated && Suites.Contains(negotiated);

    internal static void UseStrongTls(this HttpsConnectionAdapterOptions https)
    {
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        // Windows lets no program choose: there, the machine's policy does.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            var policy = new CipherSuitesPolicy(Suites);
            https.OnAuthenticate = (_, tls) => tls.CipherSuitesPolicy = policy;
        }
    }
}
