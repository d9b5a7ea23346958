using System.Net;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Auth;

/// <summary>A cookie is a key to a session on the server: when the session is over, so is the cookie, wherever a copy of it is.</summary>
[Trait("clause", "C19")]
public sealed class SessionTests
{
    [Theory]
    [InlineData("/exit")]
    [InlineData("/sign-out")]
    public async Task A_copied_cookie_is_dead_after(string leaving)
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        using var thief = Stealing(portal, member);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/records")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await member.PostFormAsync("/records", [], leaving)).StatusCode);
        Assert.Null(member.SessionCookie);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/records")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.OpenHubAsync());
    }

    [Fact]
    public async Task Exit_clears_the_browser_and_shows_a_receipt()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        var left = await member.PostFormAsync("/records", [], "/exit");
        Assert.Matches("^/exit\\?receipt=X-[0-9A-Z]{4}-[0-9A-Z]{4}$", member.Target(left)!);
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        var (receipt, number) = (await member.ReadAsync(member.Target(left)!), member.Target(left)!.Split('=')[1]);
        Assert.Contains($"receipt-number\">{number}<", receipt, StringComparison.Ordinal);
        Assert.Contains("receipt-erased", receipt, StringComparison.Ordinal);
        // the officer finds it in the audit by the number
        Assert.Contains(await portal.AuditAsync(), line => line.Contains("\"act\":\"SessionEnded\"", StringComparison.Ordinal) && line.Contains(number, StringComparison.Ordinal));
        // a number that was never given shows no receipt
        var page = await member.ReadAsync("/exit?receipt=X-0000-0000");
        Assert.Contains("exit-receipt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("receipt-number", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/exit")]
    [InlineData("/sign-out")]
    public async Task A_forged_form_of_another_site_ends_nothing_and_clears_nothing(string leaving)
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        var before = await portal.AuditAsync();
        (string, string)[][] forgeries =
        [
            [], [("Origin", "https://evil.example")], [("Origin", "null")], [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example")],
            [("Sec-Fetch-Site", "same-site"), ("Origin", "{own}")], [("Sec-Fetch-Site", "none")], [("Sec-Fetch-Site", "")],
        ];
        foreach (var forgery in forgeries)
        {
            using var answer = await member.SendAsync(HttpMethod.Post, leaving, forgery);
            Assert.Equal("/", member.Target(answer));
            Assert.False(answer.Headers.Contains("Clear-Site-Data") || answer.Headers.Contains("Set-Cookie"));
        }
        Assert.Equal(before, await portal.AuditAsync());
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/records")).StatusCode);
    }

    [Theory]
    [InlineData("/exit", "Sec-Fetch-Site", "same-origin")]
    [InlineData("/exit", "Origin", "{own}")]
    [InlineData("/sign-out", "Sec-Fetch-Site", "same-origin")]
    public async Task A_page_of_the_portal_whose_form_has_gone_stale_still_leaves(string leaving, string header, string value)
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        using var copy = Stealing(portal, member);
        using var answer = await member.SendAsync(HttpMethod.Post, leaving, (header, value));
        Assert.Equal(leaving == "/exit", answer.Headers.Contains("Clear-Site-Data"));
        Assert.Null(member.SessionCookie);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/records")).StatusCode);
    }

    [Fact]
    [Trait("clause", "C3")]
    public async Task Replacing_the_assigned_password_ends_the_session_it_opened()
    {
        await using var portal = await PortalHost.StartAsync();
        var assigned = await portal.AccountAsync("member-1");
        using var member = portal.NewBrowser();
        await member.SignInAsync("member-1", assigned);
        using var thief = Stealing(portal, member);
        await member.PostFormAsync("/set-password", new() { ["NewPassword"] = PortalHost.Password, ["ConfirmPassword"] = PortalHost.Password });
        Assert.Equal("/sign-in", thief.Target(await thief.GetAsync("/set-password")));
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/records")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Member, 11)]
    [InlineData(Role.Support, 6)]
    public async Task An_idle_session_is_over(Role role, int minutes)
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("someone-1", role, null);
        portal.Clock.Advance(TimeSpan.FromMinutes(minutes - 2));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/records")).StatusCode);
        portal.Clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/records")).StatusCode);
    }

    [Fact]
    public async Task A_session_in_use_ends_after_eight_hours()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("member-1");
        for (var minutes = 0; minutes < 8 * 60 - 9; minutes += 9)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/records")).StatusCode);
            portal.Clock.Advance(TimeSpan.FromMinutes(9));
        }
        portal.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/records")).StatusCode);
    }

    [Fact]
    public async Task Signing_in_makes_a_new_key_each_time()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("member-1");
        var first = browser.SessionCookie;
        await browser.SignInAsync("member-1", PortalHost.Password);
        Assert.NotNull(first);
        Assert.NotEqual(first, browser.SessionCookie);
        using var old = portal.NewBrowser();
        old.Cookies.Add(portal.Https, new Cookie("__Host-portal", first) { Secure = true, Path = "/" });
        Assert.Equal(HttpStatusCode.Redirect, (await old.GetAsync("/records")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("' OR 1=1 --")]
    public async Task An_invented_cookie_opens_nothing(string value)
    {
        await using var portal = await PortalHost.StartAsync();
        using var stranger = portal.NewBrowser();
        stranger.Cookies.Add(portal.Https, new Cookie("__Host-portal", Uri.EscapeDataString(value)) { Secure = true, Path = "/" });
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/records")).StatusCode);
    }

    private static Browser Stealing(PortalHost portal, Browser from)
    {
        var thief = portal.NewBrowser();
        thief.Cookies.Add(portal.Https, new Cookie("__Host-portal", from.SessionCookie) { Secure = true, Path = "/" });
        return thief;
    }
}
