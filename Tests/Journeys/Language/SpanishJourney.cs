using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Pages;
using PrivacyPortal.Journeys.Staff;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Language;

/// <summary>Two people choose Spanish before they sign in, and stay in it: on static pages, in a circuit, and in what a change by somebody else draws into it.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C24")]
public sealed partial class SpanishJourney(StaffPortal portal) : IClassFixture<StaffPortal>
{
    private readonly List<string> found = [];

    [Fact]
    public async Task Pages_and_refusals_that_arrive_by_themselves_are_in_the_language_that_was_chosen()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        await using var member = await portal.Browsers.VisitorAsync(portal.Portal);
        await using var other = await portal.Browsers.VisitorAsync(portal.Portal);
        var (mine, theirs) = (member.Page, other.Page);
        await ChooseSpanishAsync(mine);
        await LookAsync(mine, "sign-in");
        await ChooseSpanishAsync(theirs);
        await member.SignInFirstAsync(portal.Portal.Account("member-5"));
        await other.SignInFirstAsync(portal.Portal.Account("representative-1"));
        await Assertions.Expect(mine.GetByTestId("held-now")).ToContainTextAsync("de su expediente");

        await mine.GotoAsync("");
        await Assertions.Expect(mine.Locator("h1")).ToHaveTextAsync("El expediente de su plan de salud, aquí solo mientras usted mira");
        await LookAsync(mine, "home");
        await mine.GotoAsync("who-looked");
        await Assertions.Expect(mine.GetByTestId("page-status")).ToContainTextAsync("Todo en orden");
        await Assertions.Expect(mine.GetByTestId("look-what").First).ToBeVisibleAsync();
        await LookAsync(mine, "who-looked");

        await theirs.GotoAsync("family");
        await theirs.GetByTestId("make-code").ClickAsync();
        await LookAsync(theirs, "family");
        await mine.GotoAsync("family");
        await mine.GetByTestId("give-code").FillAsync(await theirs.GetByTestId("my-code").InnerTextAsync());
        await mine.GetByTestId("give-preview").ClickAsync();
        await mine.GetByTestId("give-sure").ClickAsync();
        await Assertions.Expect(theirs.GetByTestId("acting")).ToContainTextAsync("Una persona afiliada que le dio acceso el");
        await theirs.GetByTestId("acting-open").ClickAsync();
        await theirs.GetByTestId("choose-person").ClickAsync();
        await theirs.GetByTestId("open-record").ClickAsync();
        await theirs.GetByTestId("part-coverage").ClickAsync();
        await other.ShownAsync();

        // another circuit's thread takes it away, whose reader has gone back to English
        await mine.GetByTestId("language").ClickAsync();
        await Assertions.Expect(mine.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(mine).ToHaveURLAsync(FamilyPage());
        await mine.GetByTestId("close-what").SelectOptionAsync("Coverage");
        await mine.GetByTestId("close-now").ClickAsync();
        await Assertions.Expect(theirs.GetByTestId("section-withdrawn")).ToContainTextAsync("Lo que se mostraba aquí se quitó");
        await Assertions.Expect(theirs.GetByTestId("section-withdrawn")).ToContainTextAsync("la persona afiliada pidió que permanezca cerrado");
        await mine.GetByTestId("given-end").ClickAsync();
        await mine.GetByTestId("given-end-sure").ClickAsync();
        await Assertions.Expect(theirs.GetByTestId("need-over")).ToHaveTextAsync("Esta necesidad terminó. Lo que abría se quitó.");
        await Assertions.Expect(mine.GetByTestId("page-status")).ToContainTextAsync("Status okay");
        Assert.Empty(found);
        Assert.Empty(member.Watch.Complaints);
        Assert.Empty(other.Watch.Complaints);
    }

    private static async Task ChooseSpanishAsync(IPage page)
    {
        await page.GotoAsync("sign-in");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.GetByTestId("language").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Iniciar sesión");
    }

    private async Task LookAsync(IPage page, string name)
    {
        var result = await Axe.RunAsync(page);
        Assert.True(result.Passed > 10, $"axe looked at nothing on {name}");
        found.AddRange(result.Violations.Select(violation => $"{name}: {violation}"));
    }

    [GeneratedRegex("/family$")]
    private static partial Regex FamilyPage();
}
