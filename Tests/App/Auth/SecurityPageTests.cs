using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Auth;

/// <summary>A change of second factors wants a fresh password, ends every other session and is told to the account's owner.</summary>
[Trait("clause", "C2")]
public sealed class SecurityPageTests
{
    [Fact]
    public async Task A_member_adds_one_and_every_other_session_ends()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        using var elsewhere = portal.NewBrowser();
        await elsewhere.SignInAsync("member-1", PortalHost.Password);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/records")).StatusCode);
        var authenticator = await Authenticator.AddAsync(member, "/account/security", portal.Clock);
        Assert.Equal(10, authenticator.RecoveryCodes.Count);
        Assert.StartsWith("/sign-in", elsewhere.Target(await elsewhere.GetAsync("/records")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/records")).StatusCode);
        Assert.Contains("The second step of signing in to your account was changed", await member.ReadAsync("/account/notices"), StringComparison.Ordinal);
        Assert.Contains(await portal.AuditAsync(), line => line.Contains("\"act\":\"SecondFactorAdded\"", StringComparison.Ordinal) && line.Contains("\"ok\":true", StringComparison.Ordinal));
        await elsewhere.SignInAsync("member-1", PortalHost.Password);
        Assert.StartsWith("/second-factor", elsewhere.Target(await elsewhere.GetAsync("/records")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_minutes_the_password_is_asked_for_again()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        var add = portal.Services.GetRequiredService<AddSecondFactor>();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var page = await member.ReadAsync("/account/security");
        Assert.Contains("confirm-password", page, StringComparison.Ordinal);
        Assert.DoesNotContain("authenticator-key", page, StringComparison.Ordinal);
        var session = SessionRegistry.IdOf(member.SessionCookie!);
        Assert.Equal(SecondFactorRefusal.PasswordNotFresh, (await add.AuthenticatorAsync(session, add.Offer(session, null).State, "000000", SecondFactorPlace.Phone, default)).Refusal);
        var wrong = await member.PostFormAsync("/account/security", new() { ["Password"] = "not the password at all" }, handler: "confirm-password");
        Assert.Contains("That is not your password", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await member.PostFormAsync("/account/security", new() { ["Password"] = PortalHost.Password }, handler: "confirm-password");
        await Authenticator.AddAsync(member, "/account/security", portal.Clock);
    }

    [Fact]
    public async Task A_factor_is_renamed_from_a_closed_set_and_removed_and_each_is_a_notice()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        await Authenticator.AddAsync(member, "/account/security", portal.Clock);
        var factor = await FactorAsync(portal);
        await member.PostFormAsync("/account/security", new() { ["Place"] = "Tablet" }, handler: $"rename-{factor.Id}");
        Assert.Equal(SecondFactorPlace.Tablet, (await FactorAsync(portal)).Place);
        await member.PostFormAsync("/account/security", [], handler: $"remove-{factor.Id}");
        await using var db = portal.Store();
        Assert.Empty(await db.SecondFactors.ToListAsync());
        Assert.Empty(await db.RecoveryCodes.ToListAsync());
        Assert.Equal(3, await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.SecondFactorChanged));
        Assert.Contains("no-factor", await member.ReadAsync("/account/security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_one_of_a_role_that_needs_one_stays()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("staff-1", Role.Support, null);
        var factor = await FactorAsync(portal);
        var answer = await browser.PostFormAsync("/account/security", [], handler: $"remove-{factor.Id}");
        Assert.Contains("Add another first", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(factor.Id, (await FactorAsync(portal)).Id);
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.WithPasswordOnlyAsync("staff-1", Role.Support, null);
        var authenticator = await Authenticator.AddAsync(browser, "/second-factor", portal.Clock);
        var answer = await (await browser.PostFormAsync("/account/security", [], handler: "new-codes")).Content.ReadAsStringAsync();
        Assert.Contains("recovery-codes", answer, StringComparison.Ordinal);
        using var other = portal.NewBrowser();
        await other.SignInAsync("staff-1", PortalHost.Password);
        var old = await other.PostFormAsync("/second-factor", new() { ["Code"] = authenticator.RecoveryCodes[0] }, handler: "give-code");
        Assert.Contains("factor-refused", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_another_accounts_factor()
    {
        await using var portal = await PortalHost.StartAsync();
        using var owner = await portal.SignedInAsync("member-1");
        await Authenticator.AddAsync(owner, "/account/security", portal.Clock);
        using var other = await portal.SignedInAsync("member-2");
        await Authenticator.AddAsync(other, "/account/security", portal.Clock);
        var change = portal.Services.GetRequiredService<ChangeSecondFactors>();
        await using var db = portal.Store();
        var theirs = await db.SecondFactors.Join(db.Users, f => f.AccountId, u => u.Id, (f, u) => new { f.Id, u.UserName }).SingleAsync(pair => pair.UserName == "member-1");
        Assert.Equal(SecondFactorRefusal.NotThere, await change.RemoveAsync(SessionRegistry.IdOf(other.SessionCookie!), theirs.Id, default));
        Assert.Equal(2, await db.SecondFactors.CountAsync());
    }

    private static async Task<SecondFactorRow> FactorAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        return await db.SecondFactors.AsNoTracking().SingleAsync();
    }
}
