using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>A thousand guesses at one account through sign-in itself, from ever new sources and however long they take: fewer than a hundred are looked at, and then not even the right one.</summary>
[Trait("clause", "C2")]
[Trait("pace", "thorough")]
public sealed class GuessingTests
{
    private const string Next = "pebble harvest violin cactus";

    [Fact]
    public async Task Through_every_door_together_known_devices_and_an_open_session_included_no_second_hundred_is_looked_at()
    {
        await using var portal = await StartAsync();
        using var mine = await portal.WithPasswordOnlyAsync("member-1");
        var devices = new List<string>();
        for (var i = 1; i < KnownDevices.MostForAnAccount; i++)
        {
            using var another = portal.NewBrowser();
            await another.SignInAsync("member-1", PortalHost.Password);
            devices.Add(DeviceOf(portal, another));
        }
        devices.Add(DeviceOf(portal, mine));
        var session = SessionRegistry.IdOf(mine.SessionCookie!);
        var who = (await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(session, use: true, default))!;
        var doors = (SignIn: portal.Services.GetRequiredService<SignInWithPassword>(), Close: portal.Services.GetRequiredService<ClosePassword>(),
            Change: portal.Services.GetRequiredService<ChangePassword>(), Confirm: portal.Services.GetRequiredService<FreshProof>());
        for (var i = 0; i < 100; i++, portal.Clock.Advance(TimeSpan.FromMinutes(4)))
        {
            Assert.NotNull(await doors.Change.RunAsync(who, new PasswordChange($"guess number {i}", Next, Next), default));
            Assert.NotNull(await doors.Confirm.GivePasswordAsync(session, $"other guess {i}", default));
        }
        for (var i = 0; i < 160; i++, portal.Clock.Advance(TimeSpan.FromMinutes(16)))
        {
            foreach (var device in (string?[])[null, .. devices])
            {
                var origin = new SignInOrigin($"192.0.2.{i}", device);
                Assert.Null(i % 2 == 0 ? (object?)await doors.SignIn.TryAsync("member-1", $"guess number {i}", origin, default)
                    : await doors.Close.ByPasswordAsync("member-1", $"guess number {i}", origin, default));
            }
        }
        var looked = await LookedAtAsync(portal);
        Assert.Equal(LaneRule.Change.ClosesAfter + KnownDevices.MostForAnAccount * LaneRule.Device.ClosesAfter + LaneRule.Name.ClosesAfter, looked);
        Assert.InRange(looked + LaneRule.Assigned.ClosesAfter ?? int.MaxValue, 1, 100);
        foreach (var device in (string?[])[null, .. devices])
            Assert.Null(await doors.SignIn.TryAsync("member-1", PortalHost.Password, new SignInOrigin("203.0.113.1", device), default));
    }

    [Fact]
    public async Task Of_a_thousand_guesses_no_second_hundred_is_looked_at()
    {
        await using var portal = await StartAsync();
        (await portal.WithPasswordOnlyAsync("member-1")).Dispose();
        var signIn = portal.Services.GetRequiredService<SignInWithPassword>();
        for (var i = 0; i < 1000; i++, portal.Clock.Advance(TimeSpan.FromMinutes(16)))
            Assert.Null(await signIn.TryAsync("member-1", $"guess number {i}", new SignInOrigin($"192.0.{i / 250}.{i % 250}", null), default));
        Assert.Null(await signIn.TryAsync("member-1", PortalHost.Password, new SignInOrigin("203.0.113.1", null), default));
        var looked = await LookedAtAsync(portal);
        Assert.InRange(looked, 1, 99);
        Assert.Equal(LaneRule.Name.ClosesAfter, looked);
    }

    private static Task<PortalHost> StartAsync() => PortalHost.StartAsync(services: collection =>
    {
        collection.StopBackground();
        collection.Replace(ServiceDescriptor.Singleton(_ => new PasswordHashing(1)));
    });

    private static string DeviceOf(PortalHost portal, Browser browser) => browser.Cookies.GetCookies(portal.Https)["__Host-device"]!.Value;

    // whatever was looked at and wrong has its row: at sign-in, in closing, in changing, and in confirming
    private static async Task<int> LookedAtAsync(PortalHost portal) => (await portal.AuditAsync()).Count(line =>
        line.Contains("\"reason\":\"WrongPassword\"", StringComparison.Ordinal) || line.Contains("\"reason\":\"WrongCurrent\"", StringComparison.Ordinal));
}
