using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PrivacyPortal.App.Startup;
using PrivacyPortal.App.Verify;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Verify;

/// <summary>The auditor's checks pass on the portal, and fail on a server that breaks what they look at.</summary>
[Trait("clause", "C23")]
public sealed class OutsideChecksTests
{
    [Fact]
    public async Task On_the_portal_nothing_is_red()
    {
        await using var portal = await PortalHost.StartAsync();
        using var view = new OutsideView(portal.Https, await CertificateOfAsync(portal.Https));
        var findings = await new OutsideChecks(view).RunAsync(portal.Http, TestContext.Current.CancellationToken);
        Assert.True(findings.Count > 50);
        Assert.DoesNotContain(findings, finding => finding.Verdict == Verdict.Fail);
        Assert.Contains(findings, finding => finding is { Clause: "C10", Verdict: Verdict.Pass });
    }

    [Fact]
    [Trait("clause", "C10")]
    public async Task Another_certificate_than_the_named_one_is_not_trusted()
    {
        await using var portal = await PortalHost.StartAsync();
        using var view = new OutsideView(portal.Https, new byte[32]);
        var findings = await new OutsideChecks(view).RunAsync(null, TestContext.Current.CancellationToken);
        Assert.Contains(findings, finding => finding is { Clause: "C10", Check: "the certificate is trusted", Verdict: Verdict.Fail });
    }

    [Fact]
    [Trait("clause", "C15")]
    public async Task Weak_encryption_and_a_script_of_another_host_and_an_open_page_are_red()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("https://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = SelfSignedCertificate.ForLocalhost(TimeProvider.System)));
        await using var broken = builder.Build();
        broken.Run(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src *";
            return context.Response.WriteAsync("<html><script src=\"https://elsewhere.example/count.js\"></script>an open record</html>");
        });
        await broken.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(broken.Urls.Single());
        using var view = new OutsideView(address, await CertificateOfAsync(address));
        var findings = await new OutsideChecks(view).RunAsync(null, TestContext.Current.CancellationToken);
        Assert.Contains(findings, finding => finding is { Clause: "C15", Check: "/privacy loads nothing from another host", Verdict: Verdict.Fail });
        Assert.Contains(findings, finding => finding is { Clause: "C15", Check: "/privacy forbids other hosts", Verdict: Verdict.Fail });
        Assert.Contains(findings, finding => finding is { Clause: "C2", Check: "/records/claims is closed to a visitor", Verdict: Verdict.Fail });
        Assert.Contains(findings, finding => finding is { Clause: "C1", Check: "/privacy has the footer", Verdict: Verdict.Fail });
        Assert.Contains(findings, finding => finding is { Clause: "C9", Check: "suites without forward secrecy or authenticated encryption are refused", Verdict: Verdict.Fail });
    }

    private static async Task<byte[]> CertificateOfAsync(Uri address)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(tcp.GetStream(), false, (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await tls.AuthenticateAsClientAsync("localhost");
        return SHA256.HashData(tls.RemoteCertificate!.GetRawCertData());
    }
}
