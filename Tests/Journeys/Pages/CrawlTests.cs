using Microsoft.Playwright;
using PrivacyPortal.Journeys.Staff;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Pages;

/// <summary>Every page of the portal as everyone sees it who may open it, at the width of a telephone and of a desk.</summary>
[Collection(JourneyTests.Name)]
[Trait("clause", "C1")]
[Trait("clause", "C15")]
[Trait("clause", "C24")]
public sealed class CrawlTests(StaffPortal portal) : IClassFixture<StaffPortal>
{
    private static readonly int[] Widths = [360, 1280];
    private static readonly string[] OfEveryAccount = ["account", "account/password", "account/sessions", "account/activity", "account/security", "account/notices", "concerns", "privacy", "privacy/versions"];

    [Theory]
    [InlineData(null)]
    [InlineData("member-1", "records", "records/coverage", "records/claims", "records/care", "records/medications", "records/results", "records/documents", "records/takeaway", "messages", "who-looked", "family")]
    [InlineData("provider-1", "members", "members/emergency")]
    [InlineData("examiner-1", "cases", "requests", "members")]
    [InlineData("care-manager-1", "cases", "members")]
    [InlineData("designee-1", "members")]
    [InlineData("office-1", "members")]
    [InlineData("representative-1", "records")]
    [InlineData("support-1", "desk")]
    [InlineData("officer-1", "privacy-office", "privacy-office/audit", "privacy-office/unusual")]
    [InlineData("administrator-1", "admin/accounts", "admin/roles", "admin/rules", "admin/reviews", "admin/statement")]
    public async Task Every_page_has_its_frame_says_how_it_is_and_is_quiet(string? userName, params string[] pages)
    {
        await using var visitor = await InAsync(userName);
        var violations = new List<string>();
        foreach (var page in userName is null ? [.. PortalPages.Public, "compromised"] : (string[])[.. pages, .. OfEveryAccount])
        {
            await LookAsync(visitor.Page, page);
            violations.AddRange((await Axe.RunAsync(visitor.Page)).Violations.Select(one => $"{page}: {one}"));
        }
        Assert.Empty(violations);
        Assert.Empty(visitor.Watch.Complaints);
        Assert.Equal([portal.Portal.Address.Authority], visitor.Watch.Hosts);
    }

    private async Task<PortalVisitor> InAsync(string? userName)
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        if (userName is not null && !userName.StartsWith("member", StringComparison.Ordinal) && !userName.StartsWith("representative", StringComparison.Ordinal))
            return await portal.SignedInAsync(userName);
        var visitor = await portal.Browsers.VisitorAsync(portal.Portal);
        if (userName is not null)
            await visitor.SignInFirstAsync(portal.Portal.Account(userName));
        return visitor;
    }

    private static async Task LookAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
        Assert.Equal("/" + address, new Uri(page.Url).AbsolutePath);
        await Assertions.Expect(page.GetByTestId("footer")).ToContainTextAsync("Harbor Valley Health Plan, Inc.");
        await Assertions.Expect(page.GetByTestId("brand")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-state=loading]")).ToHaveCountAsync(0);
        Assert.True(await page.GetByTestId("page-status").CountAsync() <= 1, $"{address} has more than one status region.");
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{address} is {over} px too wide at {width}.");
        }
    }
}
