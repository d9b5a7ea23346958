using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Sessions;

[Trait("clause", "C8")]
public sealed class OwnSessionsTests
{
    [Fact]
    public async Task An_account_sees_its_own_live_sessions_and_the_one_in_use_first()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        using var other = portal.NewBrowser();
        await other.SignInAsync("member-1", PortalHost.Password);
        using var gone = portal.NewBrowser();
        await gone.SignInAsync("member-1", PortalHost.Password);
        await gone.PostFormAsync("/records", [], "/sign-out");
        using var neighbour = await portal.SignedInAsync("member-2", record: "Patient/p2");
        var seen = await Own(portal).ListAsync(await ActorAsync(portal, mine), default);
        Assert.Equal([Id(mine), Id(other)], seen.Select(session => session.Id));
        Assert.Equal([true, false], seen.Select(session => session.Current));
        Assert.All(seen, session => Assert.Equal(("A browser", 0), (session.On, session.Viewing.Count)));
    }

    [Fact]
    public async Task Ending_one_ends_it_alone_and_is_written_down_once()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        using var other = portal.NewBrowser();
        await other.SignInAsync("member-1", PortalHost.Password);
        var who = await ActorAsync(portal, mine);
        await Own(portal).EndAsync(who, Id(other), default);
        await Own(portal).EndAsync(who, Id(other), default);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/records")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync("/records")).StatusCode);
        Assert.Single(await portal.AuditAsync(), line => line.Contains("\"reason\":\"EndedByOwner\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_ends_a_session_that_is_not_the_account_s_own()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        using var neighbour = await portal.SignedInAsync("member-2", record: "Patient/p2");
        var lines = (await portal.AuditAsync()).Count;
        await Own(portal).EndAsync(await ActorAsync(portal, mine), Id(neighbour), default);
        await Own(portal).EndOthersAsync(await ActorAsync(portal, mine), default);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/records")).StatusCode);
        Assert.Equal(lines, (await portal.AuditAsync()).Count);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36", "Chrome on Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari on an iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux")]
    [InlineData("<script>alert('Amy')</script>", "A browser")]
    [InlineData(null, "A browser")]
    [Trait("clause", "C11")]
    public void A_device_is_a_word_of_a_closed_set_whatever_the_browser_says(string? agent, string words)
    {
        var (browser, device) = DeviceWords.Read(agent);
        Assert.Equal(words, DeviceWords.Say(browser, device));
    }

    [Fact]
    public void Limits_may_be_shorter_and_never_longer_than_promised()
    {
        Assert.Empty(new SessionLimitOptions().Problems());
        Assert.Empty(new SessionLimitOptions { MemberIdle = TimeSpan.FromSeconds(40), WarnBefore = TimeSpan.FromSeconds(20) }.Problems());
        Assert.Single(new SessionLimitOptions { MemberIdle = TimeSpan.FromMinutes(11) }.Problems());
        Assert.Single(new SessionLimitOptions { StaffLongest = TimeSpan.FromHours(5) }.Problems());
        Assert.Single(new SessionLimitOptions { WarnBefore = TimeSpan.FromSeconds(19) }.Problems());
        Assert.Single(new SessionLimitOptions { StaffIdle = TimeSpan.FromMinutes(2) }.Problems());
    }

    private static OwnSessions Own(PortalHost portal) => portal.Services.GetRequiredService<OwnSessions>();

    private static string Id(Browser browser) => SessionRegistry.IdOf(browser.SessionCookie!);

    private static async Task<Actor> ActorAsync(PortalHost portal, Browser browser) =>
        (await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(Id(browser), use: false, default))!;
}
