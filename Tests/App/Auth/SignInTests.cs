using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Auth;

/// <summary>Signing in and replacing an assigned password, by the forms themselves.</summary>
[Trait("clause", "C2")]
public sealed partial class SignInTests
{
    [Fact]
    [Trait("clause", "C5")]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_page()
    {
        await using var portal = await PortalHost.StartAsync();
        await portal.AccountAsync("member-1");
        using var browser = portal.NewBrowser();
        var known = await (await browser.SignInAsync("member-1", "not the password at all")).Content.ReadAsStringAsync();
        var unknown = await (await browser.SignInAsync("member-2", "not the password at all")).Content.ReadAsStringAsync();
        Assert.Contains("sign-in-refused", known, StringComparison.Ordinal);
        Assert.Equal(WithoutTokens(known).Replace("member-1", "", StringComparison.Ordinal), WithoutTokens(unknown).Replace("member-2", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_sign_in_changes_nothing_but_the_count_and_the_audit()
    {
        await using var portal = await PortalHost.StartAsync();
        await portal.AccountAsync("member-1");
        var before = await AccountAsync(portal);
        using var browser = portal.NewBrowser();
        await browser.SignInAsync("member-1", "not the password at all");
        Assert.Null(browser.SessionCookie);
        Assert.Equal(before, await AccountAsync(portal));
        await using var db = portal.Store();
        Assert.Empty(await db.Sessions.ToListAsync());
        var line = (await portal.AuditAsync())[^1];
        Assert.Contains("\"act\":\"SignIn\"", line, StringComparison.Ordinal);
        Assert.Contains("\"ok\":false", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_several_wrong_tries_the_right_password_waits_too()
    {
        await using var portal = await PortalHost.StartAsync();
        (await portal.SignedInAsync("member-1")).Dispose();
        using var browser = portal.NewBrowser();
        for (var i = 0; i <= LaneRule.Name.FreeTries; i++)
            await browser.SignInAsync("member-1", "not the password at all");
        await browser.SignInAsync("member-1", PortalHost.Password);
        Assert.Null(browser.SessionCookie);
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        await browser.SignInAsync("member-1", PortalHost.Password);
        Assert.NotNull(browser.SessionCookie);
    }

    [Fact]
    [Trait("clause", "C3")]
    public async Task An_assigned_password_works_as_it_is_copied_from_paper_and_never_after_it_was_replaced()
    {
        await using var portal = await PortalHost.StartAsync();
        var assigned = await portal.AccountAsync("member-1");
        using var member = portal.NewBrowser();
        Assert.Equal("/set-password", member.Target(await member.SignInAsync("member-1", assigned.Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant())));
        await member.PostFormAsync("/set-password", new() { ["NewPassword"] = PortalHost.Password, ["ConfirmPassword"] = PortalHost.Password });
        using var late = portal.NewBrowser();
        await late.SignInAsync("member-1", assigned);
        Assert.Null(late.SessionCookie);
        await late.SignInAsync("member-1", PortalHost.Password);
        Assert.NotNull(late.SessionCookie);
    }

    [Fact]
    [Trait("clause", "C3")]
    public async Task An_assigned_password_of_a_letter_ends_after_21_days()
    {
        await using var portal = await PortalHost.StartAsync();
        var assigned = await portal.AccountAsync("member-1");
        await using (var db = portal.Store())
        {
            // the clock stays: the host's timers would all fire through three weeks
            var account = await db.Users.SingleAsync();
            Assert.Equal(portal.Clock.GetUtcNow().AddDays(21), account.AssignedUntil);
            account.AssignedUntil = portal.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        }
        using var member = portal.NewBrowser();
        await member.SignInAsync("member-1", assigned);
        Assert.Null(member.SessionCookie);
    }

    [Theory]
    [InlineData("brief", "brief", "Use at least 15 characters")]
    [InlineData("passwordpassword", "passwordpassword", "tried first")]
    [InlineData("lantern gravel otter mosaic", "lantern gravel otter mosaik", "The two fields differ")]
    [InlineData("my member-1 is hidden here", "my member-1 is hidden here", "Leave out your sign-in name")]
    public async Task A_refused_password_says_why_and_changes_nothing_but_the_audit(string password, string again, string reason)
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = portal.NewBrowser();
        await member.SignInAsync("member-1", await portal.AccountAsync("member-1"));
        var before = await AccountAsync(portal);
        var answer = await member.PostFormAsync("/set-password", new() { ["NewPassword"] = password, ["ConfirmPassword"] = again });
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.DoesNotContain(password, page, StringComparison.Ordinal);
        Assert.Equal(before, await AccountAsync(portal));
        Assert.Contains("\"act\":\"PasswordReplaced\"", (await portal.AuditAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C3")]
    public async Task The_assigned_password_cannot_be_kept()
    {
        await using var portal = await PortalHost.StartAsync();
        var assigned = await portal.AccountAsync("member-1");
        using var member = portal.NewBrowser();
        await member.SignInAsync("member-1", assigned);
        var answer = await member.PostFormAsync("/set-password", new() { ["NewPassword"] = assigned, ["ConfirmPassword"] = assigned });
        Assert.Contains("the password you were assigned", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/records/claims", "/records/claims")]
    [InlineData("https://evil.example/", "/records")]
    [InlineData("//evil.example", "/records")]
    [InlineData("/exit", "/records")]
    public async Task After_signing_in_only_the_portals_own_pages_are_followed(string then, string followed)
    {
        await using var portal = await PortalHost.StartAsync();
        (await portal.SignedInAsync("member-1")).Dispose();
        using var browser = portal.NewBrowser();
        var answer = await browser.PostFormAsync("/sign-in?then=" + Uri.EscapeDataString(then), new() { ["UserName"] = "member-1", ["Password"] = PortalHost.Password });
        Assert.Equal(followed, browser.Target(answer));
    }

    [Fact]
    [Trait("clause", "C6")]
    public async Task Wherever_a_password_is_typed_the_page_says_that_nobody_asks_for_it()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        await browser.SignInAsync("member-1", await portal.AccountAsync("member-1"));
        foreach (var page in new[] { "/sign-in", "/set-password", "/contact", "/forgot-password" })
            Assert.Contains("will ever ask you for your password", await browser.ReadAsync(page), StringComparison.Ordinal);
    }

    private static async Task<string> AccountAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        var account = await db.Users.SingleAsync();
        return $"{account.PasswordHash} {account.SecurityStamp} {account.PasswordState} {account.AssignedUntil}";
    }

    private static string WithoutTokens(string html) => Tokens().Replace(html, "");

    [GeneratedRegex("__RequestVerificationToken\" value=\"[^\"]*\"|Blazor-Server-Component-State:[^-]*")]
    private static partial Regex Tokens();
}
