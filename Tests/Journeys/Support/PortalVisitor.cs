using Microsoft.Playwright;
using OtpNet;

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
        await ArriveAsync();
    }

    /// <summary>Someone at work signs in for the first time: with a password of their own, and the authenticator that every such role needs. Ends on the recovery codes.</summary>
    internal async Task SignInFirstAtWorkAsync(PortalAccount account)
    {
        await SignInAsync(account.UserName, account.AssignedPassword);
        await page.FillAsync("[name=NewPassword]", PersonalPassword);
        await page.FillAsync("[name=ConfirmPassword]", PersonalPassword);
        await page.GetByTestId("set-password").ClickAsync();
        await page.WaitForURLAsync("**/second-factor*");
        await page.FillAsync("[name=Code]", CodeOf(await page.GetByTestId("authenticator-key").InnerTextAsync()));
        await page.GetByTestId("add-authenticator").ClickAsync();
        await Assertions.Expect(page.GetByTestId("recovery-code")).ToHaveCountAsync(10);
        await StayBesideAsync();
    }

    /// <summary>What an authenticator app that was given this key shows now.</summary>
    internal static string CodeOf(string shownKey) => new Totp(Base32Encoding.ToBytes(shownKey.Replace(" ", "", StringComparison.Ordinal))).ComputeTotp();

    /// <summary>Signs in with the personal password. Ends on the overview, in a live circuit.</summary>
    internal async Task SignInAgainAsync(string userName, string personalPassword = PersonalPassword)
    {
        await SignInAsync(userName, personalPassword);
        await ArriveAsync();
    }

    /// <summary>Stays under the statement when asked, and waits for the overview in a live circuit.</summary>
    internal async Task ArriveAsync()
    {
        await Assertions.Expect(page.GetByTestId("held-now").Or(page.GetByTestId("stay"))).ToBeVisibleAsync();
        if (await page.GetByTestId("stay").IsVisibleAsync())
            await page.GetByTestId("stay").PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("held-now")).ToBeVisibleAsync();
    }

    // Stays in another tab: what the page in front shows is shown only once.
    private async Task StayBesideAsync()
    {
        var beside = await context.NewPageAsync();
        await beside.GotoAsync("stay");
        await beside.GetByTestId("stay").ClickAsync();
        await beside.WaitForURLAsync(url => !url.Contains("/stay", StringComparison.Ordinal));
        await beside.CloseAsync();
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

    /// <summary>Looks at the care page and returns to the claims.</summary>
    internal async Task LookAgainAsync()
    {
        await GoToAsync("/records/care");
        await GoToAsync("/records/claims");
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
