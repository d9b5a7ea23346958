using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Staff;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.PrivacyOffice;

/// <summary>Break-glass walks its whole life, with the member and the officer watching.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C13")]
public sealed class EmergencyJourney(StaffPortal portal, ITestOutputHelper output) : IClassFixture<StaffPortal>
{
    private const string Margie = "29428a22-5f03-492e-83bb-da34bb2a12c9";
    private const string MargieBorn = "1995-03-26";

    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    [Trait("clause", "C22")]
    public async Task Declared_seen_objected_to_answered_reviewed_and_closed_under_the_open_page()
    {
        await using var doctor = await portal.SignedInAsync("provider-1");
        await using var officer = await portal.SignedInAsync("officer-1");
        await using var member = await portal.Browsers.VisitorAsync(portal.Portal);
        await member.SignInFirstAsync(portal.Portal.Account("member-5"));
        var (doc, pia, amy) = (doctor.Page, officer.Page, member.Page);
        await amy.GotoAsync("who-looked");
        await Assertions.Expect(amy.GetByTestId("only-you")).ToBeVisibleAsync();
        await pia.GotoAsync("privacy-office");
        await Assertions.Expect(pia.GetByTestId("glass-status")).ToContainTextAsync("no emergency waits");

        await DeclareAsync(doc);
        await Assertions.Expect(amy.GetByTestId("look-emergency").First).ToBeVisibleAsync(); // by itself
        await Assertions.Expect(amy.Locator("[data-testid=could][data-role=Provider]")).ToHaveCountAsync(1);
        await Assertions.Expect(pia.Locator("[data-testid=glass][data-outcome=waiting]")).ToHaveCountAsync(1);
        await doc.GetByTestId("open-record").ClickAsync();
        await Assertions.Expect(doc.GetByTestId("need-ends")).ToContainTextAsync("14 min");
        await doc.GetByTestId("part-medications").ClickAsync();
        await doctor.ShownAsync();
        await Assertions.Expect(doc.GetByTestId("part-results")).ToHaveCountAsync(0);

        await Assertions.Expect(amy.GetByTestId("look-what").First).ToContainTextAsync("medicines");
        await amy.GetByTestId("look-object").First.ClickAsync();
        await amy.GetByTestId("object-words").FillAsync("I was at home that day.");
        await amy.GetByTestId("object-send").ClickAsync();
        var number = await amy.GetByTestId("concern-number").InnerTextAsync();
        await pia.ReloadAsync();
        await Assertions.Expect(pia.GetByTestId("concern-number")).ToHaveTextAsync(number);
        await pia.GetByTestId("concern-take").ClickAsync();
        await Assertions.Expect(pia.GetByTestId("concern-words")).ToHaveTextAsync("I was at home that day.");
        await pia.GetByTestId("concern-answer").FillAsync("You are right.");
        await pia.GetByTestId("concern-send").ClickAsync();
        await Assertions.Expect(pia.Locator("[data-testid=concern][data-state=Answered]")).ToHaveCountAsync(1);

        await Assertions.Expect(pia.GetByTestId("glass-opened")).ToContainTextAsync("medicines");
        await pia.Locator("[data-testid=glass-review][data-found=NotJustified]").ClickAsync();
        await pia.GetByTestId("glass-sure").ClickAsync();
        var since = Stopwatch.StartNew();
        await Assertions.Expect(doc.Locator("[data-record]")).ToHaveCountAsync(0);
        output.WriteLine($"Empty {since.Elapsed.TotalSeconds:F2} s after the review");
        Assert.True(since.Elapsed < TwoSeconds, $"{since.Elapsed}");
        await Assertions.Expect(doc.GetByTestId("need-over")).ToBeVisibleAsync();
        await Assertions.Expect(pia.Locator("[data-testid=glass][data-outcome=NotJustified]")).ToHaveCountAsync(1);
        await amy.GotoAsync("account/notices");
        await Assertions.Expect(amy.Locator("[data-kind=BreakGlassOpened]")).ToHaveCountAsync(1);
        await Assertions.Expect(amy.Locator("[data-kind=ConcernAnswered]")).ToHaveCountAsync(1);
        Assert.All([doctor, officer, member], visitor => Assert.Empty(visitor.Watch.Complaints));
    }

    private static async Task DeclareAsync(IPage page)
    {
        await page.GotoAsync("members/emergency");
        await page.GetByTestId("find-number").FillAsync(Margie);
        await page.GetByTestId("find-born").FillAsync(MargieBorn);
        await page.GetByTestId("find").ClickAsync();
        await page.Locator("[data-reason=EmergencyDepartment]").CheckAsync();
        await page.Locator("[data-testid=emergency-part][data-part=Medications]").CheckAsync();
        await page.GetByTestId("emergency-next").ClickAsync();
        await page.GetByTestId("emergency-declare").ClickAsync();
        await page.GetByTestId("open-record").WaitForAsync();
    }
}
