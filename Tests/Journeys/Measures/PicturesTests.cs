using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Measures;

/// <summary>Pictures of the pages for people who look at them; made when asked for, into the folder that PICTURES names.</summary>
[Collection(JourneyTests.Name)]
public sealed class PicturesTests(SharedPortal shared)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PICTURES");

    [Theory(Explicit = true)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Pictures(int width, ColorScheme scheme)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Folder), "Set PICTURES to a folder.");
        Directory.CreateDirectory(Folder!);
        var look = new BrowserLook(width, scheme);
        await using (var stranger = await shared.VisitorAsync(look))
        {
            await stranger.Page.GotoAsync("sign-in");
            await TakeAsync(stranger.Page, "sign-in", look);
            await stranger.Page.GotoAsync("");
            await TakeAsync(stranger.Page, "home", look);
        }
        await using var visitor = await shared.SignedInAsync("member-6", look);
        await visitor.ShownAsync();
        await TakeAsync(visitor.Page, "overview", look);
        await visitor.GoToAsync("/records/coverage");
        await TakeAsync(visitor.Page, "coverage", look);
        await visitor.GoToAsync("/records/claims");
        await visitor.Page.Locator("[data-testid=claim-open]").Nth(1).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("claim-detail")).ToBeVisibleAsync();
        await TakeAsync(visitor.Page, "claim", look);
        await using var patient = await shared.SignedInAsync("member-5", look);
        foreach (var name in (string[])["claims", "care", "medications", "results"])
        {
            await patient.GoToAsync("/records/" + name);
            await TakeAsync(patient.Page, name, look);
        }
    }

    private static async Task TakeAsync(IPage page, string name, BrowserLook look)
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}-{look.Width}-{look.Scheme.ToString().ToLowerInvariant()}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
