using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>Guessing online is slow, ends, and locks nobody out of a browser that they have used before.</summary>
[Trait("clause", "C2")]
public sealed class SignInThrottleTests
{
    private static readonly SignInOrigin Stranger = new("192.0.2.1", null);

    [Fact]
    public async Task Of_a_thousand_guesses_from_a_thousand_sources_no_second_hundred_is_looked_at_however_long_they_take()
    {
        await using var portal = await PortalHost.StartAsync();
        await portal.AccountAsync("member-1");
        var lookedAt = 0;
        for (var i = 0; i < 1000; i++)
        {
            lookedAt += (await Throttle(portal).TakeAsync("member-1", new SignInOrigin($"192.0.2.{i % 250}", null), default)).Open ? 1 : 0;
            portal.Clock.Advance(TimeSpan.FromMinutes(16));
        }
        Assert.Equal(LaneRule.Name.ClosesAfter, lookedAt);
        var total = LaneRule.Name.ClosesAfter + KnownDevices.MostForAnAccount * LaneRule.Device.ClosesAfter + LaneRule.Change.ClosesAfter;
        Assert.True(total <= 100, $"{total}");
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_no_better_than_guesses_in_a_row()
    {
        await using var portal = await PortalHost.StartAsync();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Throttle(portal).TakeAsync("member-1", new SignInOrigin($"192.0.2.{i}", null), default)));
        Assert.Equal(LaneRule.Name.FreeTries + 1, tickets.Count(ticket => ticket.Open));
    }

    [Fact]
    public async Task What_was_counted_is_in_the_store_for_every_node_and_after_a_restart()
    {
        await using var portal = await PortalHost.StartAsync();
        await SpendAsync(portal, "member-1", Stranger);
        var another = new SignInThrottle(portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>(), portal.Services.GetRequiredService<ThrottleKey>(), Options.Create(new SignInOptions()), portal.Clock);
        Assert.False((await another.TakeAsync("member-1", Stranger, default)).Open);
    }

    [Fact]
    public async Task A_stranger_s_wrong_tries_do_not_lock_out_a_device_that_was_used_before()
    {
        await using var portal = await PortalHost.StartAsync();
        using var device = await portal.SignedInAsync("member-1");
        await device.PostFormAsync("/records", [], "/sign-out");
        await SpendAsync(portal, "member-1", new SignInOrigin("127.0.0.1", null));
        using var stranger = portal.NewBrowser();
        await stranger.SignInAsync("member-1", PortalHost.Password);
        Assert.Null(stranger.SessionCookie);
        await device.SignInAsync("member-1", PortalHost.Password);
        Assert.NotNull(device.SessionCookie);
    }

    [Fact]
    public async Task A_device_is_known_for_its_own_account_only_and_has_few_tries()
    {
        await using var portal = await PortalHost.StartAsync();
        using var device = await portal.SignedInAsync("member-1");
        await portal.AccountAsync("member-2", record: "Patient/p2");
        var cookie = device.Cookies.GetCookies(portal.Https)["__Host-device"]!.Value;
        await SpendAsync(portal, "member-2", Stranger);
        Assert.False((await Throttle(portal).TakeAsync("member-2", new SignInOrigin("192.0.2.9", cookie), default)).Open);
        var tries = 0;
        await SpendAsync(portal, "member-1", Stranger);
        for (var i = 0; i < 60; i++, portal.Clock.Advance(TimeSpan.FromMinutes(16)))
            tries += (await Throttle(portal).TakeAsync("member-1", new SignInOrigin("192.0.2.9", cookie), default)).Open ? 1 : 0;
        Assert.Equal(LaneRule.Device.ClosesAfter + LaneRule.Name.ClosesAfter - LaneRule.Name.FreeTries - 1, tries);
    }

    [Fact]
    public async Task Trying_many_names_makes_a_source_wait_and_no_other()
    {
        await using var portal = await PortalHost.StartAsync();
        for (var i = 0; i <= new SignInOptions().TriesPerSource; i++)
            Assert.True((await Throttle(portal).TakeAsync($"name-{i}", Stranger, default)).Open);
        Assert.False((await Throttle(portal).TakeAsync("name-x", Stranger, default)).Open);
        Assert.True((await Throttle(portal).TakeAsync("name-x", new SignInOrigin("192.0.2.2", null), default)).Open);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Throttle(portal).TakeAsync("name-x", Stranger, default)).Open);
    }

    [Fact]
    public async Task A_new_password_starts_every_lane_afresh()
    {
        await using var portal = await PortalHost.StartAsync();
        (await portal.SignedInAsync("member-1")).Dispose();
        await SpendAsync(portal, "member-1", Stranger);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await using (var db = portal.Store())
        {
            (await db.Users.SingleAsync()).PasswordSetAt = portal.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        }
        Assert.True((await Throttle(portal).TakeAsync("member-1", Stranger, default)).Open);
    }

    [Fact]
    public async Task Old_counts_are_purged_and_closed_lanes_stay()
    {
        await using var portal = await PortalHost.StartAsync();
        await Throttle(portal).TakeAsync("someone", Stranger, default);
        for (var i = 0; i < LaneRule.Name.ClosesAfter; i++, portal.Clock.Advance(TimeSpan.FromMinutes(16)))
            await Throttle(portal).TakeAsync("member-1", Stranger, default);
        portal.Clock.Advance(TimeSpan.FromDays(181));
        await Throttle(portal).PurgeAsync(default);
        await using var db = portal.Store();
        Assert.True((await db.ThrottleLanes.SingleAsync()).Closed);
    }

    private static SignInThrottle Throttle(PortalHost portal) => portal.Services.GetRequiredService<SignInThrottle>();

    private static async Task SpendAsync(PortalHost portal, string name, SignInOrigin origin)
    {
        while ((await Throttle(portal).TakeAsync(name, origin, default)).Open)
        {
        }
    }
}
