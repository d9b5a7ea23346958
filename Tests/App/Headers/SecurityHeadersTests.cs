using System.Net;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Headers;

/// <summary>Every answer carries the headers: pages, redirects, refusals, files, and answers to nonsense.</summary>
[Trait("clause", "C15")]
[Trait("clause", "C9")]
public sealed class SecurityHeadersTests
{
    private static readonly string[] Addresses = ["/", "/sign-in", "/records", "/nowhere", "/_blazor", "/_blazor/negotiate", "/css/portal.css", "/robots.txt", "/..%2f..%2fetc%2fpasswd"];

    [Fact]
    public async Task Every_answer_says_what_the_browser_may_do()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        foreach (var address in Addresses)
        {
            var answer = await browser.GetAsync(address);
            var csp = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
                + "base-uri 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default", csp);
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    [Trait("clause", "C11")]
    public async Task Nothing_but_fingerprinted_files_may_be_kept()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("member-1");
        foreach (var address in Addresses.Append("/records/claims"))
            Assert.Equal("no-store", (await browser.GetAsync(address)).Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Plain_http_only_redirects()
    {
        await using var portal = await PortalHost.StartAsync();
        using var plain = new Browser(portal.Http);
        var answer = await plain.GetAsync("/records");
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"{portal.Https.GetLeftPart(UriPartial.Authority)}/records", answer.Headers.Location!.ToString());
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_host_of_its_own_name_gets_strict_transport_security_for_two_years()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["AllowedHosts"] = "*" });
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(handler) { BaseAddress = portal.Https };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "portal.example";
        var answer = await client.SendAsync(request);
        Assert.Equal("max-age=63072000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task The_cookies_are_for_this_host_over_https_and_out_of_reach_of_scripts_and_other_sites()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        using var form = await browser.GetAsync("/sign-in");
        using var signedIn = await browser.SignInAsync("member-1", await portal.AccountAsync("member-1"));
        var cookies = form.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-portal=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-form=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            var attributes = cookie.Split(';', StringSplitOptions.TrimEntries)[1..].Select(attribute => attribute.ToLowerInvariant()).Order();
            Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], attributes);
        });
    }
}
