using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Staff;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Family;

/// <summary>A member gives a representative access, sees beforehand what they will see, and ends it under their open page.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C13")]
public sealed class RepresentativeJourney(StaffPortal portal, ITestOutputHelper output) : IClassFixture<StaffPortal>
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task What_was_given_opens_until_it_is_ended_and_then_the_open_page_empties_within_two_seconds()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        await using var member = await portal.Browsers.VisitorAsync(portal.Portal);
        await using var other = await portal.Browsers.VisitorAsync(portal.Portal);
        await member.SignInFirstAsync(portal.Portal.Account("member-5"));
        await other.SignInFirstAsync(portal.Portal.Account("representative-1"));
        var (mine, theirs) = (member.Page, other.Page);
        await theirs.GotoAsync("family");
        await Assertions.Expect(theirs.GetByTestId("acting-empty")).ToBeVisibleAsync();
        await theirs.GetByTestId("make-code").ClickAsync();
        var code = await theirs.GetByTestId("my-code").InnerTextAsync();

        await mine.GotoAsync("family");
        await mine.GetByTestId("give-code").FillAsync(code);
        await mine.GetByTestId("give-full").CheckAsync();
        await mine.Locator("[data-testid=give-part][data-part=Results]").UncheckAsync();
        await mine.GetByTestId("give-preview").ClickAsync();
        await Assertions.Expect(mine.Locator("[data-testid=preview-row][data-part=Medications]")).ToHaveAttributeAsync("data-open", "true");
        await Assertions.Expect(mine.Locator("[data-testid=preview-row][data-part=Results]")).ToHaveAttributeAsync("data-open", "false");
        await mine.GetByTestId("give-sure").ClickAsync();
        await Assertions.Expect(mine.GetByTestId("given-to")).ToHaveTextAsync("representative-1");
        await Assertions.Expect(theirs.GetByTestId("acting")).ToHaveCountAsync(1); // by itself

        await theirs.GetByTestId("acting-open").ClickAsync();
        await Assertions.Expect(theirs.GetByTestId("person")).ToContainTextAsync("Margie");
        await theirs.GetByTestId("choose-person").ClickAsync();
        await Assertions.Expect(theirs.Locator("[data-category=Results][data-allowed=false]")).ToBeVisibleAsync();
        await theirs.GetByTestId("open-record").ClickAsync();
        await theirs.GetByTestId("part-medications").ClickAsync();
        await other.ShownAsync();
        await Assertions.Expect(theirs.GetByTestId("part-results")).ToHaveCountAsync(0);
        await mine.Locator(".record-nav a[href='/who-looked']").ClickAsync();
        await Assertions.Expect(mine.Locator("[data-testid=could][data-role=Representative]")).ToHaveCountAsync(1);
        await Assertions.Expect(mine.GetByTestId("look-who").First).ToContainTextAsync("representative");

        await mine.Locator(".record-nav a[href='/family']").ClickAsync();
        await mine.GetByTestId("given-end").ClickAsync();
        await mine.GetByTestId("given-end-sure").ClickAsync();
        var since = Stopwatch.StartNew();
        await Assertions.Expect(theirs.Locator("[data-record]")).ToHaveCountAsync(0);
        output.WriteLine($"Empty {since.Elapsed.TotalSeconds:F2} s after it was ended");
        Assert.True(since.Elapsed < TwoSeconds, $"{since.Elapsed}");
        await Assertions.Expect(theirs.GetByTestId("need-over")).ToBeVisibleAsync();
        await Assertions.Expect(mine.Locator("[data-testid=given][data-live=false]")).ToHaveCountAsync(1);
        await mine.GotoAsync("account/notices");
        await Assertions.Expect(mine.Locator("[data-kind=AccessGranted]")).ToHaveCountAsync(1);
        Assert.Empty(member.Watch.Complaints);
        Assert.Empty(other.Watch.Complaints);
    }
}
