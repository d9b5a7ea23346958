using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Desk;

/// <summary>A browser that was used before still gets in while strangers' wrong tries have made everyone else wait.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C2")]
public sealed class DeviceLaneTests(SharedPortal shared)
{
    [Fact]
    public async Task A_known_browser_signs_in_while_strangers_have_to_wait()
    {
        var account = await shared.NewAccountAsync("lane-1", "Patient1");
        await using var known = await shared.VisitorAsync();
        await known.SignInFirstAsync(account);
        await known.Page.GetByTestId("sign-out").ClickAsync();
        await known.Page.WaitForURLAsync("**/sign-in");
        await using var stranger = await shared.VisitorAsync();
        for (var i = 0; i < 8; i++)
            await TryAsync(stranger.Page, $"not the password {i}");
        await TryAsync(stranger.Page, PortalVisitor.PersonalPassword);
        await Assertions.Expect(stranger.Page.GetByTestId("sign-in-refused")).ToBeVisibleAsync();
        await known.SignInAgainAsync(account.UserName);

        async Task TryAsync(IPage page, string password)
        {
            await page.GotoAsync("sign-in");
            await page.FillAsync("[name=UserName]", account.UserName);
            await page.FillAsync("[name=Password]", password);
            await page.GetByTestId("sign-in").ClickAsync();
            await page.GetByTestId("sign-in-refused").WaitForAsync();
        }
    }
}
