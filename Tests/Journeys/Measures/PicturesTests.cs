using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Measures;

/// <summary>Pictures of the pages for people who look at them; made when asked for, into the folder that PICTURES names.</summary>
[Collection(JourneyTests.Name)]
public sealed class PicturesTests(SharedPortal shared)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PICTURES");

    [Fact(Explicit = true)]
    public async Task Pictures()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Folder), "Set PICTURES to a folder.");
        Directory.CreateDirectory(Folder!);
        await using (var stranger = await shared.VisitorAsync())
        {
            foreach (var (address, name) in ((string, string)[])[("", "home"), ("sign-in", "sign-in"), ("privacy", "privacy")])
            {
                await stranger.Page.GotoAsync(address);
                await TakeAsync(stranger.Page, name);
            }
        }
        await using (var visitor = await shared.SignedInAsync("member-6"))
        {
            await visitor.ShownAsync();
            await Assertions.Expect(visitor.Page.GetByTestId("last-look")).ToBeVisibleAsync();
            await TakeAsync(visitor.Page, "overview");
            await visitor.GoToAsync("/records/claims");
            await (await visitor.Page.ScrollToAsync("claim-open")).Nth(1).ClickAsync();
            await Assertions.Expect(visitor.Page.GetByTestId("claim-detail")).ToBeVisibleAsync();
            await TakeAsync(visitor.Page, "claim-open", at: "tr.open");
            await visitor.GoToAsync("/records/coverage");
            await visitor.Page.GetByTestId("cards-open").ClickAsync();
            await Assertions.Expect(visitor.Page.GetByTestId("id-name").First).ToBeVisibleAsync();
            await TakeAsync(visitor.Page, "coverage");
        }
        await using (var patient = await shared.SignedInAsync("member-5"))
        {
            foreach (var name in (string[])["claims", "care", "medications", "results", "documents"])
            {
                await patient.GoToAsync("/records/" + name);
                await TakeAsync(patient.Page, name);
            }
            await patient.Page.Locator(".record-nav a[href='/messages']").ClickAsync();
            await Assertions.Expect(patient.Page.Locator("h1")).ToBeFocusedAsync();
            await TakeAsync(patient.Page, "messages");
        }
        await using var support = await shared.VisitorAsync();
        await support.SignInFirstAtWorkAsync(shared.Portal.Account("provider-1"));
        await support.Page.GotoAsync("members");
        await support.Page.GetByTestId("choose-person").First.ClickAsync();
        await support.Page.GetByTestId("open-record").ClickAsync();
        await support.Page.GetByTestId("part-claims").ClickAsync();
        await support.ShownAsync();
        await TakeAsync(support.Page, "members");
        await using var looked = await shared.SignedInAsync("member-5");
        await looked.Page.Locator(".record-nav a[href='/who-looked']").ClickAsync();
        await Assertions.Expect(looked.Page.GetByTestId("look").First).ToBeVisibleAsync();
        await TakeAsync(looked.Page, "who-looked");
    }

    private static async Task TakeAsync(IPage page, string name, string? at = null)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            foreach (var width in (int[])[390, 1280])
            {
                var look = new BrowserLook(width, scheme);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.SetViewportSizeAsync(width, look.Height);
                await page.EvaluateAsync("at => at ? document.querySelector(at).scrollIntoView({ block: 'start' }) : scrollTo(0, 0)", at);
                await page.WaitForTimeoutAsync(300); // lists draw what came into view
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), Animations = ScreenshotAnimations.Disabled });
            }
        }
    }
}
