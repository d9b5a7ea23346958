using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Headers;

/// <summary>Every answer - page, redirect, refusal, error, file - tells the browser to keep nothing, load nothing from elsewhere and show nothing in a frame.</summary>
public sealed class SecurityHeadersTests
{
    private static readonly string[] Policy =
    [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'self'",
        "frame-ancestors 'none'", "object-src 'none'", "require-trusted-types-for 'script'",
    ];

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/records")]
    [InlineData("/no-such-page")]
    [InlineData("/_blazor")]
    [InlineData("/css/portal.css")]
    [Trait("clause", "C15")]
    public async Task Every_answer_carries_them(string address)
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("member-1");
        using var stranger = portal.NewBrowser();
        foreach (var someone in (Browser[])[browser, stranger])
        {
            using var answer = await someone.GetAsync(address);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "absent";
            Assert.Equal("max-age=63072000; includeSubDomains", Header("Strict-Transport-Security"));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("DENY", Header("X-Frame-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
            Assert.Equal("absent", Header("Server"));
            var policy = Header("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries);
            Assert.All(Policy, directive => Assert.Contains(directive, policy));
            Assert.DoesNotContain(policy, directive => directive.StartsWith("script-src", StringComparison.Ordinal) && directive.Contains("unsafe", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/records")]
    [InlineData("/no-such-page")]
    [Trait("clause", "C11")]
    public async Task No_page_is_kept(string address)
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("member-1");
        using var answer = await browser.GetAsync(address);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    [Trait("clause", "C9")]
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
