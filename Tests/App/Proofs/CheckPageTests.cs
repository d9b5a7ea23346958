using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Proofs;

/// <summary>What the page says of its connection is what a TLS client sees of it.</summary>
[Trait("clause", "C10")]
public sealed class CheckPageTests
{
    [Fact]
    public async Task Certificate_protocol_and_suite_are_those_of_the_clients_own_connection()
    {
        await using var portal = await PortalHost.StartAsync();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, portal.Https.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(tcp.GetStream(), false, (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await tls.AuthenticateAsClientAsync("localhost");
        await tls.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET /privacy HTTP/1.1\r\nHost: 127.0.0.1:{portal.Https.Port}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await new StreamReader(tls).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(tls.RemoteCertificate!.GetRawCertData())), Read(page, "check-fingerprint").Replace(":", "", StringComparison.Ordinal));
        Assert.Equal($"{tls.SslProtocol.ToString().Replace("Tls1", "TLS 1.", StringComparison.Ordinal)}, {tls.NegotiatedCipherSuite}, HTTP/1.1", Read(page, "check-tls"));
        Assert.Equal($"https://127.0.0.1:{portal.Https.Port}", Read(page, "check-origin"));
        Assert.DoesNotContain("unexpected-host", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_the_settings_do_not_name_is_warned_of()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["AllowedHosts"] = "*" });
        using var visitor = portal.NewBrowser();
        Assert.Contains("unexpected-host", await visitor.ReadAsync("/privacy"), StringComparison.Ordinal);
    }

    private static string Read(string page, string testId) => Regex.Match(page, $"data-testid=\"{testId}\">([^<]*)<").Groups[1].Value;
}
