using Microsoft.Playwright;

namespace PrivacyPortal.Journeys.Support;

/// <summary>Someone in front of a browser: signs in, chooses a password, goes from page to page as people do.</summary>
internal sealed class PortalVisitor(IBrowserContext context, IPage page, PageWatch watch) : IAsyncDisposable
{
    internal const string PersonalPassword = "lantern gravel otter mosaic";

    internal IBrowserContext Context => context;

    internal IPage Page => page;

    internal PageWatch Watch => watch;

    /// <summary>Signs in for the first time: with the assigned password, which must be replaced at once. Ends on the overview, in a live circuit.</summary>
    internal async Task SignInFirstAsync(PortalAccount account, string personalPassword = PersonalPassword)
    {
        await SignInAsync(account.UserName, account.AssignedPassword);
        await page.FillAsync("[name=NewPassword]", personalPassword);
        await page.FillAsync("[name=ConfirmPassword]", personalPassword);
        await page.GetByTestId("set-password").ClickAsync();
        await Assertions.Expect(page.GetByTestId("held-now")).ToBeVisibleAsync();
    }

    /// <summary>Signs in with the personal password. Ends on the overview, in a live circuit.</summary>
    internal async Task SignInAgainAsync(string userName, string personalPassword = PersonalPassword)
    {
        await SignInAsync(userName, personalPassword);
        await Assertions.Expect(page.GetByTestId("held-now")).ToBeVisibleAsync();
    }

    internal async Task SignInAsync(string userName, string password)
    {
        await page.GotoAsync("sign-in");
        await page.FillAsync("[name=UserName]", userName);
        await page.FillAsync("[name=Password]", password);
        await page.GetByTestId("sign-in").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Goes to a page of the record by its link, within the circuit, and waits until nothing of it is loading.</summary>
    internal async Task GoToAsync(string address)
    {
        await page.Locator($".record-nav a[href='{address}']").ClickAsync();
        await Assertions.Expect(page.Locator(".record-nav a.active")).ToHaveAttributeAsync("href", address);
        await ShownAsync();
    }

    /// <summary>Waits until the page of the record shows what it has, and nothing of it is loading.</summary>
    internal async Task ShownAsync()
    {
        await Assertions.Expect(page.Locator("[data-state=shown]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-state=loading]")).ToHaveCountAsync(0);
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
