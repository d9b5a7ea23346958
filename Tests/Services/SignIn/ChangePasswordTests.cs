using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>The change in the app: at once, whole or not at all, and only by someone who knows the password of now.</summary>
[Trait("clause", "C4")]
public sealed class ChangePasswordTests
{
    private const string Next = "pebble harvest violin cactus";

    [Fact]
    public async Task Every_other_session_is_over_and_this_one_stays_with_the_cookie_it_has()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        using var other = portal.NewBrowser();
        await other.SignInAsync("member-1", PortalHost.Password);
        var ended = new List<string>();
        portal.Services.GetRequiredService<SessionRegistry>().Ended += ended.Add;
        Assert.Null(await ChangeAsync(portal, mine, PortalHost.Password, Next));
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync("/records")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/records")).StatusCode);
        Assert.Equal([SessionRegistry.IdOf(other.SessionCookie!)], ended);
        await other.SignInAsync("member-1", PortalHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/records")).StatusCode);
        await other.SignInAsync("member-1", Next);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/records")).StatusCode);
    }

    [Theory]
    [InlineData("not the password at all", Next, Next, PasswordRefusal.WrongCurrent)]
    [InlineData(PortalHost.Password, PortalHost.Password, PortalHost.Password, PasswordRefusal.SameAsCurrent)]
    [InlineData(PortalHost.Password, "short", "short", PasswordRefusal.TooShort)]
    [InlineData(PortalHost.Password, Next, Next + "x", PasswordRefusal.NotTheSame)]
    [InlineData(PortalHost.Password, "", "", PasswordRefusal.Missing)]
    public async Task A_refused_change_changes_nothing_but_the_audit(string current, string password, string again, PasswordRefusal refusal)
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        using var other = portal.NewBrowser();
        await other.SignInAsync("member-1", PortalHost.Password);
        var before = await StateAsync(portal);
        var lines = (await portal.AuditAsync()).Count;
        Assert.Equal(refusal, await Change(portal).RunAsync(await ActorAsync(portal, mine), new PasswordChange(current, password, again), default));
        Assert.Equal(before, await StateAsync(portal));
        var line = Assert.Single((await portal.AuditAsync()).Skip(lines));
        Assert.Contains($"\"act\":\"PasswordChanged\"", line, StringComparison.Ordinal);
        Assert.Contains($"\"ok\":false", line, StringComparison.Ordinal);
        Assert.Contains($"\"reason\":\"{refusal}\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_wins_and_the_other_is_told()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        var who = await ActorAsync(portal, mine);
        var answers = await Task.WhenAll(new[] { Next, Next + " two" }.Select(next => Change(portal).RunAsync(who, new PasswordChange(PortalHost.Password, next, next), default)));
        Assert.Equal([null, PasswordRefusal.WrongCurrent], answers.Order());
    }

    [Fact]
    public async Task Wrong_current_passwords_are_counted_and_then_none_is_looked_at()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        for (var i = 0; i <= LaneRule.Change.FreeTries; i++)
            Assert.Equal(PasswordRefusal.WrongCurrent, await ChangeAsync(portal, mine, "not the password at all", Next));
        Assert.Equal(PasswordRefusal.WaitForCurrent, await ChangeAsync(portal, mine, PortalHost.Password, Next));
        portal.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Null(await ChangeAsync(portal, mine, PortalHost.Password, Next));
    }

    [Fact]
    public async Task A_session_that_is_over_changes_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        var who = await ActorAsync(portal, mine);
        await mine.PostFormAsync("/records", [], "/sign-out");
        var before = await StateAsync(portal);
        Assert.Equal(PasswordRefusal.SessionOver, await Change(portal).RunAsync(who, new PasswordChange(PortalHost.Password, Next, Next), default));
        Assert.Equal(before, await StateAsync(portal));
    }

    [Fact]
    [Trait("clause", "C7")]
    public void What_is_typed_does_not_print() => Assert.Equal("PasswordChange", new PasswordChange("a", "b", "c").ToString());

    private static ChangePassword Change(PortalHost portal) => portal.Services.GetRequiredService<ChangePassword>();

    private static async Task<PasswordRefusal?> ChangeAsync(PortalHost portal, Browser browser, string current, string next) =>
        await Change(portal).RunAsync(await ActorAsync(portal, browser), new PasswordChange(current, next, next), default);

    private static async Task<Actor> ActorAsync(PortalHost portal, Browser browser) =>
        (await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(SessionRegistry.IdOf(browser.SessionCookie!), use: false, default))!;

    private static async Task<string> StateAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        var account = await db.Users.SingleAsync();
        var sessions = await db.Sessions.OrderBy(row => row.Id).Select(row => $"{row.Id} {row.Stamp} {row.Ended}").ToListAsync();
        return $"{account.PasswordHash} {account.SecurityStamp} {account.PasswordState} {account.PasswordSetAt} {string.Join(';', sessions)}";
    }
}
