using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Auth;

/// <summary>Whoever has not stayed under the statement in force opens the page that asks, the public pages and the ways out; staying is asked once for each version.</summary>
[Trait("clause", "C20")]
public sealed class StayTests
{
    private static readonly string[] Closed = ["/records", "/records/claims", "/who-looked", "/account", "/account/security", "/account/notices"];
    private static readonly string[] Open = ["/stay", "/privacy", "/contact", "/concerns", "/compromised", "/"];

    [Fact]
    public async Task Until_one_stays_nothing_opens_but_the_question_the_public_pages_and_the_ways_out()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.WithPasswordOnlyAsync("member-1", stayed: false);
        foreach (var page in Closed)
            Assert.StartsWith("/stay", member.Target(await member.GetAsync(page)), StringComparison.Ordinal);
        foreach (var page in Open)
            Assert.Equal(HttpStatusCode.OK, (await member.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await member.OpenHubAsync());
        Assert.StartsWith("/exit", member.Target(await member.PostFormAsync("/stay", [], "/exit")), StringComparison.Ordinal);
        Assert.Null(member.SessionCookie);
    }

    [Fact]
    public async Task Staying_opens_the_page_that_was_wanted_is_written_down_and_is_not_asked_again()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.WithPasswordOnlyAsync("member-1", stayed: false);
        Assert.Equal("/records/claims", member.Target(await member.PostFormAsync("/stay?then=%2Frecords%2Fclaims", [])));
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/records/claims")).StatusCode);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await member.OpenHubAsync());
        Assert.Equal("/records", member.Target(await member.GetAsync("/stay")));
        var current = portal.Services.GetRequiredService<StatementVersions>().Current.Id;
        await using (var db = portal.Store())
            Assert.Equal(current, (await db.Sessions.SingleAsync(row => row.EndedAt == null, TestContext.Current.CancellationToken)).StatementVersion);
        Assert.Contains(await portal.AuditAsync(), line => line.Contains("\"act\":\"StatementStayed\"", StringComparison.Ordinal) && line.Contains(current, StringComparison.Ordinal));
        using var again = portal.NewBrowser();
        await again.SignInAsync("member-1", PortalHost.Password);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/records")).StatusCode);
    }

    [Fact]
    public async Task A_new_version_is_asked_about_in_sessions_that_live_and_ends_their_circuits()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/records")).StatusCode);
        await using var db = portal.Store();
        var session = await db.Sessions.SingleAsync(row => row.EndedAt == null, TestContext.Current.CancellationToken);
        var (registry, told) = (portal.Services.GetRequiredService<SessionRegistry>(), new List<string>());
        registry.Ended += told.Add;
        await registry.SweepAsync([session.Id], TestContext.Current.CancellationToken);
        Assert.Empty(told);
        // what the session stayed under is not the version in force any more
        session.StatementVersion = StatementVersions.All[0].Id;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await registry.SweepAsync([session.Id], TestContext.Current.CancellationToken);
        Assert.Equal([session.Id], told);
        Assert.StartsWith("/stay", member.Target(await member.GetAsync("/records")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await member.OpenHubAsync());
    }

    [Fact]
    public async Task Only_the_version_that_is_in_force_can_be_stayed_under()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.WithPasswordOnlyAsync("member-1", stayed: false);
        var answer = await member.PostFormAsync("/stay", new() { ["Version"] = StatementVersions.All[0].Id });
        Assert.Contains("stay-changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("/stay", member.Target(await member.GetAsync("/records")), StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.AuditAsync(), line => line.Contains("StatementStayed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_factor_comes_first()
    {
        await using var portal = await PortalHost.StartAsync();
        using var staff = await portal.WithPasswordOnlyAsync("staff-1", Role.Support, null, stayed: false);
        Assert.StartsWith("/second-factor", staff.Target(await staff.GetAsync("/stay")), StringComparison.Ordinal);
        await Authenticator.AddAsync(staff, "/second-factor", portal.Clock);
        Assert.StartsWith("/stay", staff.Target(await staff.GetAsync("/desk")), StringComparison.Ordinal);
        Assert.Equal("/records", staff.Target(await staff.PostFormAsync("/stay", [])));
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync("/desk")).StatusCode);
    }
}
