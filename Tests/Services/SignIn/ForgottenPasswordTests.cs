using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>What anyone can ask for: one answer for every name, one letter in a week, few requests from one source, and nothing of the account changes.</summary>
[Trait("clause", "C5")]
public sealed partial class ForgottenPasswordTests
{
    [Theory]
    [InlineData("letter")]
    [InlineData("call")]
    public async Task Known_unknown_and_throttled_names_get_the_same_page(string ask)
    {
        await using var portal = await PortalHost.StartAsync(services: collection => collection.StopBackground());
        await portal.AccountAsync("member-1");
        using var browser = portal.NewBrowser();
        var pages = new List<string>();
        foreach (var name in (string[])["member-1", "member-9", "member-1", "member-1", "member-1"])
            pages.Add(Varying().Replace(await (await browser.PostFormAsync("/forgot-password", new() { ["UserName"] = name, ["Ask"] = ask })).Content.ReadAsStringAsync(), ""));
        Assert.Contains(ask == "letter" ? "letter-asked" : "call-asked", pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages[0], page));
        await using var db = portal.Store();
        Assert.Equal(ask == "letter" ? (1, 0) : (0, 1), (await db.Assignments.CountAsync(), await db.CallRequests.CountAsync()));
    }

    [Fact]
    public async Task There_is_one_letter_in_seven_days_and_nothing_of_the_account_changes()
    {
        await using var portal = await PortalHost.StartAsync(services: collection => collection.StopBackground());
        (await portal.SignedInAsync("member-1")).Dispose();
        var before = await StateAsync(portal);
        using var browser = portal.NewBrowser();
        for (var day = 0; day < 8; day++, portal.Clock.Advance(TimeSpan.FromDays(1)))
            await browser.PostFormAsync("/forgot-password", new() { ["UserName"] = "member-1", ["Ask"] = "letter" });
        await using var db = portal.Store();
        Assert.Equal(2, await db.Assignments.CountAsync());
        Assert.Equal(before, await StateAsync(portal));
    }

    [Fact]
    [Trait("clause", "C6")]
    public async Task The_pages_around_a_password_say_that_nobody_asks_for_it_and_the_forgotten_one_is_not_asked_for()
    {
        await using var portal = await PortalHost.StartAsync(services: collection => collection.StopBackground());
        using var browser = portal.NewBrowser();
        await browser.SignInAsync("member-1", await portal.AccountAsync("member-1"));
        foreach (var page in (string[])["/sign-in", "/contact", "/forgot-password", "/compromised", "/set-password"])
            Assert.Contains("will ever ask you for your password", await browser.ReadAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", await browser.ReadAsync("/forgot-password"), StringComparison.Ordinal);
    }

    private static async Task<string> StateAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        return await db.Users.Select(user => $"{user.PasswordHash} {user.SecurityStamp} {user.PasswordState} {user.PasswordSetAt}").SingleAsync();
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"[^\"]*\"|Blazor-Server-Component-State:[^-]*|data-testid=\"call-words\">[^<]*")]
    private static partial Regex Varying();
}
