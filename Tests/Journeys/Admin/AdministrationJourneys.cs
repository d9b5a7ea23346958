using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Pages;
using PrivacyPortal.Journeys.Passwords;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Admin;

/// <summary>Administration in browsers: a rule is widened by two people, a role is given and taken, and whoever is no administrator gets nothing.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C13")]
public sealed class AdministrationJourneys
{
    private const string SupportRow = "[data-row='Support/Operations/AssignedCase']";

    [Fact]
    public async Task A_widening_is_rehearsed_by_one_administrator_and_approved_by_another()
    {
        await using var browsers = await TwoBrowsers.StartAsync(PortalProcess.Patience);
        await using var first = await browsers.StaffAsync("administrator-1");
        await using var second = await browsers.StaffAsync("administrator-2");
        var (one, two) = (first.Page, second.Page);
        await first.OpenAsync("/admin/rules");
        await second.OpenAsync("/admin/rules");

        await one.Locator($"{SupportRow} [data-category=Claims]").ClickAsync();
        await Assertions.Expect(one.GetByTestId("sentence")).ToContainTextAsync("sees a few fields of claims");
        await one.GetByTestId("scope-Full").ClickAsync();
        await Assertions.Expect(one.GetByTestId("rule-change")).ToContainTextAsync("claims: from a few fields to everything.");
        await Assertions.Expect(one.GetByTestId("propose")).ToHaveCountAsync(0);
        await one.GetByTestId("rehearse").ClickAsync();
        await Assertions.Expect(one.GetByTestId("rehearsal")).ToContainTextAsync("0 accounts gain and 0 accounts lose");
        await one.GetByTestId("propose").ClickAsync();
        await Assertions.Expect(one.GetByTestId("waits-for-another")).ToBeVisibleAsync();
        await Assertions.Expect(one.GetByTestId("rule-approve")).ToHaveCountAsync(0);
        await Assertions.Expect(one.GetByTestId("page-status")).ToContainTextAsync("Version 1 is in force");

        await two.GetByTestId("rule-approve").ClickAsync(); // it came to the open page by itself
        await two.GetByTestId("rule-approve-sure").ClickAsync();
        await Assertions.Expect(two.GetByTestId("page-status")).ToContainTextAsync("Version 2 is in force");
        await Assertions.Expect(one.GetByTestId("page-status")).ToContainTextAsync("Version 2 is in force");
        await two.Locator("[data-testid=rule-version][data-version='2'] summary").ClickAsync();
        await Assertions.Expect(two.Locator("[data-testid=rule-version][data-version='2']")).ToContainTextAsync("Approved by administrator-2");
        await Assertions.Expect(two.Locator("[data-testid=rule-version][data-version='2'] [data-testid=rule-change]")).ToContainTextAsync("from a few fields to everything. wider");
        await Assertions.Expect(two.Locator($"{SupportRow} [data-category=Claims]")).ToContainTextAsync("Full");
        Assert.Empty(first.Watch.Complaints);
        Assert.Empty(second.Watch.Complaints);
    }

    [Fact]
    public async Task A_role_is_given_and_taken_and_what_it_opened_closes_under_an_open_page()
    {
        await using var browsers = await TwoBrowsers.StartAsync(PortalProcess.Patience);
        await using var first = await browsers.StaffAsync("administrator-1");
        var page = first.Page;
        await first.OpenAsync("/admin/roles");
        await page.FillAsync("[data-testid=grant-name]", "support-1");
        await page.Locator("[data-testid=grant-which]").SelectOptionAsync("ClaimsExaminer");
        await page.GetByTestId("grant-give").ClickAsync();
        await Assertions.Expect(page.GetByTestId("page-status")).ToContainTextAsync("support-1 is Claims examiner now");
        var held = page.Locator("[data-role=ClaimsExaminer] [data-account=support-1]");
        await Assertions.Expect(held).ToContainTextAsync("Given by administrator-1");
        await held.GetByTestId("role-revoke").ClickAsync();
        await held.GetByTestId("role-revoke-sure").ClickAsync();
        await Assertions.Expect(held).ToHaveCountAsync(0);

        await using var second = await browsers.StaffAsync("administrator-2");
        await second.OpenAsync("/admin/accounts");
        var other = page.Locator("[data-role=Administrator] [data-account=administrator-2]");
        await other.GetByTestId("role-revoke").ClickAsync();
        var clock = Stopwatch.StartNew();
        await other.GetByTestId("role-revoke-sure").ClickAsync();
        await second.Page.GetByTestId("not-yours").WaitForAsync();
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TwoBrowsers.Promised);
        Assert.Equal(0, await second.Page.Locator("table, form[data-testid], .record-nav a[href^='/admin']").CountAsync());
    }

    [Fact]
    public async Task Whoever_is_no_administrator_gets_nothing_and_an_administrator_gets_nothing_of_a_record()
    {
        await using var browsers = await TwoBrowsers.StartAsync(PortalProcess.Patience);
        await using var support = await browsers.StaffAsync("support-1");
        Assert.Equal(0, await support.Page.Locator("a[href^='/admin']").CountAsync());
        foreach (var address in (string[])["admin/accounts", "admin/roles", "admin/rules", "admin/reviews"])
        {
            Assert.Equal(403, (await support.Page.GotoAsync(address))!.Status);
            await Assertions.Expect(support.Page.GetByTestId("not-yours")).ToBeVisibleAsync();
        }
        Assert.DoesNotContain("administrator-1", support.Watch.Received, StringComparison.Ordinal);

        await using var administrator = await browsers.StaffAsync("administrator-1");
        foreach (var address in (string[])["records", "records/coverage", "records/claims", "records/care", "records/medications", "records/results", "who-looked"])
        {
            await administrator.Page.GotoAsync(address);
            await Assertions.Expect(administrator.Page.Locator("h1")).ToBeVisibleAsync();
            await Assertions.Expect(administrator.Page.Locator("[data-state=loading]")).ToHaveCountAsync(0);
            Assert.Equal(0, await administrator.Page.Locator("[data-record], [data-state=shown]").CountAsync());
        }
        foreach (var address in (string[])["/admin/accounts", "/admin/roles", "/admin/rules", "/admin/reviews"])
        {
            await administrator.OpenAsync(address);
            Assert.Empty((await Axe.RunAsync(administrator.Page)).Violations);
        }
    }
}
