using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Pages;

/// <summary>On no page does the browser complain - of scripts, of the content security policy, of anything missing - or ask another host; every page says what it is part of.</summary>
[Collection(JourneyTests.Name)]
public sealed class QuietPagesTests(SharedPortal shared)
{
    [Fact, Trait("clause", "C15")]
    public async Task Every_page_is_quiet_and_asks_no_other_host()
    {
        await using var visitor = await shared.SignedInAsync("member-6");
        foreach (var page in PortalPages.OfTheRecord)
        {
            await visitor.Page.GotoAsync(page);
            await visitor.ShownAsync();
        }
        await visitor.GoToAsync("/records/claims");
        await (await visitor.Page.ScrollToAsync("claim-open")).First.ClickAsync();
        await visitor.Page.GetByTestId("claims-order").SelectOptionAsync("OldestFirst");
        await visitor.Page.GetByTestId("exit").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("exit-receipt")).ToBeVisibleAsync();
        foreach (var page in PortalPages.Public)
            await visitor.Page.GotoAsync(page);
        Assert.Empty(visitor.Watch.Complaints);
        Assert.Equal([shared.Portal.Address.Authority], visitor.Watch.Hosts);
        Assert.True(visitor.Watch.Frames > 0, "The circuits were not watched.");
    }

    /// <summary>The watch hears what it is there for.</summary>
    [Fact]
    public async Task A_violation_would_be_heard()
    {
        await using var visitor = await shared.VisitorAsync();
        await visitor.Page.GotoAsync("privacy");
        await visitor.Page.EvaluateAsync("() => new Promise(done => { const image = new Image(); image.onerror = () => done(0); image.src = 'https://elsewhere.example/pixel.gif'; })");
        Assert.Contains(visitor.Watch.Complaints, text => text.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact, Trait("clause", "C1")]
    public async Task The_evaluation_banner_and_the_footer_stand_on_every_page()
    {
        await using var visitor = await shared.VisitorAsync();
        foreach (var page in PortalPages.Public)
            await FramedAsync(visitor.Page, page, []);
        await using var member = await shared.SignedInAsync("member-6");
        foreach (var page in PortalPages.OfTheRecord)
            await FramedAsync(member.Page, page, ["Sign-in security", "Notices sent"]);
    }

    private static async Task FramedAsync(IPage page, string address, string[] ofTheAccount)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByTestId("evaluation-banner")).ToContainTextAsync("The people and records here are made up.");
        await Assertions.Expect(page.GetByTestId("footer")).ToContainTextAsync("Harbor Valley Health Plan, Inc.");
        await Assertions.Expect(page.GetByTestId("footer").GetByRole(AriaRole.Link)).ToHaveTextAsync(["Contact us", "Privacy", "Comments and concerns", "Home", .. ofTheAccount, "Check this page", "1-800-555-0142"]);
    }
}
