using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>A code of the second step where the password alone is not enough, and where it is not there: the change, and closing.</summary>
public sealed class ProofByCodeTests
{
    private const string Next = "pebble harvest violin cactus";

    [Fact]
    [Trait("clause", "C4")]
    [Trait("clause", "C17")]
    public async Task Who_changes_a_password_is_told_so_and_a_refused_change_tells_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        Assert.Equal(PasswordRefusal.WrongCurrent, await ChangeAsync(portal, mine, "not the password at all", null));
        Assert.Empty(await NoticesAsync(portal));
        Assert.Null(await ChangeAsync(portal, mine, PortalHost.Password, null));
        Assert.Equal([NoticeKind.PasswordChanged], await NoticesAsync(portal));
        Assert.Contains("The password of your account was changed.", await mine.ReadAsync("/account/notices"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C4")]
    public async Task A_change_asks_for_a_code_where_one_is_set_and_each_code_serves_once()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(mine, "/second-factor", portal.Clock);
        portal.Clock.Advance(TimeSpan.FromMinutes(4));
        await mine.ReadAsync("/account/security");
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        var before = await StateAsync(portal);
        foreach (var wrong in new[] { null, "", "000000x", "not a recovery code" })
            Assert.Equal(PasswordRefusal.WrongCode, await ChangeAsync(portal, mine, PortalHost.Password, wrong));
        Assert.Equal(PasswordRefusal.WrongCurrent, await ChangeAsync(portal, mine, "not the password at all", authenticator.CodeAt(portal.Clock.GetUtcNow())));
        Assert.Equal(before, await StateAsync(portal));
        Assert.Null(await ChangeAsync(portal, mine, PortalHost.Password, authenticator.CodeAt(portal.Clock.GetUtcNow())));
        Assert.NotEqual(before, await StateAsync(portal));
        Assert.Equal(PasswordRefusal.WrongCode, await ChangeAsync(portal, mine, Next, authenticator.CodeAt(portal.Clock.GetUtcNow()), Next + " two"));
        Assert.Null(await ChangeAsync(portal, mine, Next, authenticator.RecoveryCodes[0], Next + " two"));
        Assert.Contains(NoticeKind.RecoveryCodeUsed, await NoticesAsync(portal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("clause", "C8")]
    public async Task Without_the_password_a_code_closes_it(bool saved)
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(mine, "/second-factor", portal.Clock);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var stranger = portal.NewBrowser();
        var code = saved ? authenticator.RecoveryCodes[2] : authenticator.CodeAt(portal.Clock.GetUtcNow());
        Assert.Contains("password-closed", await CloseAsync(stranger, "staff-1", code), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await mine.GetAsync("/account/security")).StatusCode);
        await using var db = portal.Store();
        Assert.Equal(PasswordState.Closed, (await db.Users.SingleAsync()).PasswordState);
    }

    [Fact]
    [Trait("clause", "C8")]
    public async Task A_wrong_code_closes_nothing_guesses_are_slowed_and_keep_nobody_from_signing_in()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(mine, "/second-factor", portal.Clock);
        var before = await StateAsync(portal);
        using var stranger = portal.NewBrowser();
        for (var i = 0; i < 5; i++)
            Assert.Contains("compromised-refused", await CloseAsync(stranger, "staff-1", "not a recovery code"), StringComparison.Ordinal);
        Assert.Contains("compromised-refused", await CloseAsync(stranger, "staff-1", authenticator.RecoveryCodes[0]), StringComparison.Ordinal);
        Assert.Contains("compromised-refused", await CloseAsync(stranger, "nobody-1", "not a recovery code"), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(portal));
        Assert.Contains(await portal.AuditAsync(), line => line.Contains("\"act\":\"PasswordClosed\"", StringComparison.Ordinal) && line.Contains("\"reason\":\"Throttled\"", StringComparison.Ordinal));
        using var again = portal.NewBrowser();
        await again.SignInAsync("staff-1", PortalHost.Password);
        Assert.NotNull(again.SessionCookie);
    }

    private static async Task<PasswordRefusal?> ChangeAsync(PortalHost portal, Browser browser, string current, string? code, string next = Next)
    {
        var who = await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(SessionRegistry.IdOf(browser.SessionCookie!), use: true, default);
        return await portal.Services.GetRequiredService<ChangePassword>().RunAsync(who!, new PasswordChange(current, next, next, code), default);
    }

    private static async Task<string> CloseAsync(Browser browser, string name, string code) =>
        await (await browser.PostFormAsync("/compromised", new() { ["UserName"] = name, ["Code"] = code })).Content.ReadAsStringAsync();

    private static async Task<List<NoticeKind>> NoticesAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        return await db.Notices.Where(row => row.Kind != NoticeKind.SecondFactorChanged).Select(row => row.Kind).ToListAsync();
    }

    private static async Task<string> StateAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        var account = await db.Users.SingleAsync();
        return $"{account.PasswordHash} {account.SecurityStamp} {account.PasswordState}";
    }
}
