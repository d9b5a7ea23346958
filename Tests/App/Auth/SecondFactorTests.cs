using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Auth;

/// <summary>Without the second factor a staff session opens one page and nothing else; with it, everything that it may; no code works twice.</summary>
[Trait("clause", "C2")]
public sealed class SecondFactorTests
{
    private static readonly string[] Closed = ["/records", "/records/claims", "/who-looked", "/account/security", "/account/notices"];

    [Theory]
    [InlineData(Role.Provider)]
    [InlineData(Role.Support)]
    [InlineData(Role.Administrator)]
    public async Task A_password_alone_opens_the_page_that_asks_for_more_and_nothing_else(Role role)
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.WithPasswordOnlyAsync("staff-1", role, null);
        foreach (var page in Closed)
            Assert.StartsWith("/second-factor", browser.Target(await browser.GetAsync(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.OpenHubAsync());
        Assert.Contains("qr-code", await browser.ReadAsync("/second-factor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_without_one_goes_straight_to_the_record_and_does_not_open_the_page_that_asks()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        Assert.Equal("/records", member.Target(await member.GetAsync("/second-factor")));
    }

    [Fact]
    public async Task Adding_one_opens_the_portal_under_a_new_key_and_shows_ten_codes_once()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var before = browser.SessionCookie;
        var authenticator = await Authenticator.AddAsync(browser, "/second-factor", portal.Clock);
        Assert.Equal(10, authenticator.RecoveryCodes.Distinct().Count());
        Assert.NotEqual(before, browser.SessionCookie);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/security")).StatusCode);
        Assert.DoesNotContain(authenticator.RecoveryCodes[0], await browser.ReadAsync("/account/security"), StringComparison.Ordinal);
        using var old = portal.NewBrowser();
        old.Cookies.Add(portal.Https, new Cookie("__Host-portal", before) { Secure = true, Path = "/" });
        Assert.StartsWith("/sign-in", old.Target(await old.GetAsync("/records")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C7")]
    public async Task The_store_holds_neither_the_key_nor_a_code()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(browser, "/second-factor", portal.Clock);
        await using (var db = portal.Store())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var files = Directory.GetFiles(portal.DataDirectory, "portal.db*").Select(Read).ToList();
        Assert.Contains(files, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes("staff-1")) >= 0); // the search can find
        byte[][] secrets = [authenticator.Key.ToArray(), .. authenticator.RecoveryCodes.SelectMany(code => new[] { code, code.Replace("-", "", StringComparison.Ordinal) }).Select(Encoding.UTF8.GetBytes)];
        Assert.All(files, file => Assert.DoesNotContain(secrets, secret => file.AsSpan().IndexOf(secret) >= 0));
    }

    [Fact]
    public async Task The_next_sign_in_asks_for_a_code_and_each_code_opens_once()
    {
        await using var portal = await PortalHost.StartAsync();
        using var first = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(first, "/second-factor", portal.Clock);
        using var browser = await PasswordAsync(portal);
        Assert.Contains("factor-refused", await CodeAsync(browser, authenticator.CodeAt(portal.Clock.GetUtcNow())), StringComparison.Ordinal); // used to turn it on
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = authenticator.CodeAt(portal.Clock.GetUtcNow());
        Assert.Equal("", await CodeAsync(browser, code));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/records")).StatusCode);
        using var thief = await PasswordAsync(portal);
        Assert.Contains("factor-refused", await CodeAsync(thief, code), StringComparison.Ordinal);
        Assert.StartsWith("/second-factor", thief.Target(await thief.GetAsync("/records")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_one_step_off(int steps, bool opens)
    {
        await using var portal = await PortalHost.StartAsync();
        using var first = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(first, "/second-factor", portal.Clock);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        using var browser = await PasswordAsync(portal);
        await CodeAsync(browser, authenticator.CodeAt(portal.Clock.GetUtcNow().AddSeconds(30 * steps)));
        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await browser.GetAsync("/records")).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_its_owner_is_told()
    {
        await using var portal = await PortalHost.StartAsync();
        using var first = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(first, "/second-factor", portal.Clock);
        using var browser = await PasswordAsync(portal);
        Assert.Equal("", await CodeAsync(browser, authenticator.RecoveryCodes[3].Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant()));
        Assert.Contains("A recovery code was used", await browser.ReadAsync("/account/notices"), StringComparison.Ordinal);
        Assert.Contains("9 recovery codes", await browser.ReadAsync("/account/security"), StringComparison.Ordinal);
        using var again = await PasswordAsync(portal);
        Assert.Contains("factor-refused", await CodeAsync(again, authenticator.RecoveryCodes[3]), StringComparison.Ordinal);
        Assert.Contains((await portal.AuditAsync()), line => line.Contains("\"act\":\"RecoveryCodeUsed\"", StringComparison.Ordinal) && line.Contains("\"ok\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_several_wrong_codes_the_right_one_waits_too()
    {
        await using var portal = await PortalHost.StartAsync();
        using var first = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(first, "/second-factor", portal.Clock);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = await PasswordAsync(portal);
        for (var i = 0; i <= SecondFactorThrottle.FreeTries; i++)
            await CodeAsync(browser, WrongFor(authenticator, portal));
        Assert.Contains("Too many wrong tries", await CodeAsync(browser, authenticator.CodeAt(portal.Clock.GetUtcNow())), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("", await CodeAsync(browser, authenticator.CodeAt(portal.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Many_tries_at_once_are_looked_at_one_by_one_and_the_hundredth_closes_sign_in()
    {
        await using var portal = await PortalHost.StartAsync();
        using var first = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        var authenticator = await Authenticator.AddAsync(first, "/second-factor", portal.Clock);
        var give = portal.Services.GetRequiredService<GiveSecondFactor>();
        using var browser = await PasswordAsync(portal);
        var session = SessionRegistry.IdOf(browser.SessionCookie!);
        var wrong = WrongFor(authenticator, portal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => give.WithCodeAsync(session, wrong, default)));
        Assert.InRange(answers.Count(answer => answer.Refusal == SecondFactorRefusal.WrongCode), 1, SecondFactorThrottle.FreeTries + 1);
        var looked = answers.Count(answer => answer.Refusal == SecondFactorRefusal.WrongCode);
        for (var i = 0; i < 200; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(15));
            using var next = await PasswordAsync(portal);
            if (next.SessionCookie is null)
                break;
            looked += (await give.WithCodeAsync(SessionRegistry.IdOf(next.SessionCookie), wrong, default)).Refusal == SecondFactorRefusal.WrongCode ? 1 : 0;
        }
        Assert.Equal(SecondFactorThrottle.MostTries, looked);
        await using var db = portal.Store();
        Assert.Equal(PasswordState.None, (await db.Users.SingleAsync(user => user.UserName == "staff-1")).PasswordState);
    }

    [Fact]
    public async Task A_session_that_owes_the_factor_adds_removes_and_confirms_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        using var first = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
        await Authenticator.AddAsync(first, "/second-factor", portal.Clock);
        using var thief = await PasswordAsync(portal);
        var session = SessionRegistry.IdOf(thief.SessionCookie!);
        var add = portal.Services.GetRequiredService<AddSecondFactor>();
        var (key, state) = add.Offer(session, null);
        var code = new OtpNet.Totp(key.Value.ToArray()).ComputeTotp(portal.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(SecondFactorRefusal.SessionEnded, (await add.AuthenticatorAsync(session, state, code, SecondFactorPlace.Phone, default)).Refusal);
        var change = portal.Services.GetRequiredService<ChangeSecondFactors>();
        await using var db = portal.Store();
        var factor = await db.SecondFactors.SingleAsync();
        Assert.Equal(SecondFactorRefusal.SessionEnded, await change.RemoveAsync(session, factor.Id, default));
        Assert.Equal(SecondFactorRefusal.SessionEnded, (await change.NewRecoveryCodesAsync(session, default)).Refusal);
    }

    private static string WrongFor(Authenticator authenticator, PortalHost portal)
    {
        var right = Enumerable.Range(-3, 7).Select(step => authenticator.CodeAt(portal.Clock.GetUtcNow().AddSeconds(30 * step))).ToHashSet();
        return Enumerable.Range(0, 100).Select(n => n.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).First(code => !right.Contains(code));
    }

    private static async Task<Browser> PasswordAsync(PortalHost portal)
    {
        var browser = portal.NewBrowser();
        await browser.SignInAsync("staff-1", PortalHost.Password);
        return browser;
    }

    /// <summary>Types a code; the page that came back, or nothing when it let in.</summary>
    private static async Task<string> CodeAsync(Browser browser, string code)
    {
        var answer = await browser.PostFormAsync("/second-factor", new() { ["Code"] = code }, handler: "give-code");
        return browser.Target(answer) is null ? await answer.Content.ReadAsStringAsync() : "";
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
