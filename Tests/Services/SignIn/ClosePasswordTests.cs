using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>"Someone knows my password": it opens nothing from that moment, by the form itself, signed in and signed out.</summary>
[Trait("clause", "C8")]
public sealed partial class ClosePasswordTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_the_password_opened_is_over_and_it_opens_nothing_more(bool signedIn)
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        using var thief = portal.NewBrowser();
        await thief.SignInAsync("member-1", PortalHost.Password);
        using var closing = portal.NewBrowser();
        var answer = await ReadAsync(signedIn ? member.PostFormAsync("/compromised", []) : closing.PostFormAsync("/compromised", Typed("member-1", PortalHost.Password)));
        Assert.Contains("password-closed", answer, StringComparison.Ordinal);
        Assert.Contains("exposure-row", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await member.GetAsync("/records")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/records")).StatusCode);
        await thief.SignInAsync("member-1", PortalHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/records")).StatusCode);
        await using var db = portal.Store();
        var account = await db.Users.SingleAsync();
        Assert.Equal((PasswordState.Closed, null), (account.PasswordState, account.PasswordHash));
        Assert.NotNull(account.PasswordClosedAt);
    }

    [Fact]
    public async Task An_assigned_password_that_was_read_by_another_can_be_closed_too()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = portal.NewBrowser();
        var assigned = await portal.AccountAsync("member-1");
        Assert.Contains("password-closed", await ReadAsync(member.PostFormAsync("/compromised", Typed("member-1", assigned))), StringComparison.Ordinal);
        await member.SignInAsync("member-1", assigned);
        Assert.Null(member.SessionCookie);
    }

    [Fact]
    public async Task Only_a_new_assignment_opens_the_account_again()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        await member.PostFormAsync("/compromised", []);
        string assigned;
        await using (var db = portal.Store())
        {
            var account = await db.Users.SingleAsync();
            assigned = (await portal.Services.GetRequiredService<AssignPassword>().ToAsync(account, AssignedFor.Telephone, default)).Reveal();
            Assert.Null(account.PasswordClosedAt);
            await portal.Services.GetRequiredService<IAuditLog>().SaveAsync(db, new AuditEntry(AuditAct.PasswordAssigned, true) { Account = account.Id }, default);
        }
        Assert.Equal("/set-password", member.Target(await member.SignInAsync("member-1", assigned)));
    }

    [Fact]
    [Trait("clause", "C5")]
    public async Task Wrong_unknown_and_closed_get_the_same_page_and_nothing_changes_but_the_audit()
    {
        await using var portal = await PortalHost.StartAsync();
        (await portal.SignedInAsync("member-1")).Dispose();
        using var closed = await portal.SignedInAsync("member-2", record: "Patient/p2");
        await closed.PostFormAsync("/compromised", []);
        using var stranger = portal.NewBrowser();
        var pages = new List<string>();
        var before = await StateAsync(portal);
        foreach (var (name, password) in new[] { ("member-1", "not the password at all"), ("member-9", "not the password at all"), ("member-2", PortalHost.Password) })
            pages.Add(Tokens().Replace(await ReadAsync(stranger.PostFormAsync("/compromised", Typed(name, password))), "").Replace(name, "", StringComparison.Ordinal));
        Assert.Contains("compromised-refused", pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages[0], page));
        Assert.Equal(before, await StateAsync(portal));
    }

    [Fact]
    public async Task A_forged_report_from_another_site_closes_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        await member.PostAsync("/compromised", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/records")).StatusCode);
    }

    private static Dictionary<string, string> Typed(string name, string password) => new() { ["UserName"] = name, ["Password"] = password };

    private static async Task<string> ReadAsync(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();

    private static async Task<string> StateAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        return string.Join(';', await db.Users.OrderBy(user => user.Id).Select(user => $"{user.PasswordHash} {user.SecurityStamp} {user.PasswordState}").ToListAsync());
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"[^\"]*\"|Blazor-Server-Component-State:[^-]*")]
    private static partial Regex Tokens();
}
