using System.Net;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.SignIn;

/// <summary>C3: an assigned password opens the page that replaces it and nothing else, and is dead once it is replaced.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C3")]
public sealed class AssignedPasswordTests(SharedPortal shared)
{
    private static readonly string[] Closed = ["records", "records/coverage", "records/claims", "records/care", "records/medications", "records/results"];

    [Fact]
    public async Task Assigned_opens_set_password_only_then_replaced_opens_the_record_then_assigned_opens_nothing()
    {
        var account = await shared.NewAccountAsync("newcomer-1", "Patient1");
        await using var visitor = await shared.VisitorAsync();
        var page = visitor.Page;
        await visitor.SignInAsync(account.UserName, account.AssignedPassword);
        Assert.EndsWith("/set-password", page.Url, StringComparison.Ordinal);

        foreach (var address in Closed)
        {
            await page.GotoAsync(address);
            Assert.EndsWith("/set-password", page.Url, StringComparison.Ordinal);
        }
        Assert.Equal(0, visitor.Watch.Frames);
        await NoCircuitOpensAsync(visitor.Context);

        await ChooseAsync(page, "short", "short");
        await Assertions.Expect(page.GetByTestId("password-refused")).ToContainTextAsync("at least 15 characters");
        await ChooseAsync(page, PortalVisitor.PersonalPassword, PortalVisitor.PersonalPassword + "x");
        await Assertions.Expect(page.GetByTestId("password-refused")).ToContainTextAsync("The two fields differ");
        await ChooseAsync(page, account.AssignedPassword, account.AssignedPassword);
        await Assertions.Expect(page.GetByTestId("password-refused")).ToContainTextAsync("the password you were assigned");
        await page.GotoAsync("records");
        Assert.EndsWith("/set-password", page.Url, StringComparison.Ordinal);

        await ChooseAsync(page, PortalVisitor.PersonalPassword, PortalVisitor.PersonalPassword);
        await visitor.ArriveAsync();

        await using var later = await shared.VisitorAsync();
        await TryAsync(later.Page, account.UserName, account.AssignedPassword);
        await Assertions.Expect(later.Page.GetByTestId("sign-in-refused")).ToBeVisibleAsync();
        await later.SignInAgainAsync(account.UserName);
    }

    [Fact]
    public async Task A_password_that_guessers_try_first_is_refused_with_the_reason()
    {
        var account = await shared.NewAccountAsync("newcomer-2", "Patient1");
        await using var visitor = await shared.VisitorAsync();
        await visitor.SignInAsync(account.UserName, account.AssignedPassword);
        foreach (var (password, reason) in new[]
        {
            ("passwordpassword", "tried first"),
            ("newcomer-2 newcomer-2", "sign-in name"),
            ("aaaaaaaaaaaaaaaaaaaa", "repeats itself"),
            ("abcdefghijklmnopqrst", "runs along"),
        })
        {
            await ChooseAsync(visitor.Page, password, password);
            await Assertions.Expect(visitor.Page.GetByTestId("password-refused")).ToContainTextAsync(reason);
        }
    }

    private static async Task ChooseAsync(IPage page, string password, string again)
    {
        await page.FillAsync("[name=NewPassword]", password);
        await page.FillAsync("[name=ConfirmPassword]", again);
        await page.GetByTestId("set-password").ClickAsync();
    }

    private static async Task TryAsync(IPage page, string userName, string password)
    {
        await page.GotoAsync("sign-in");
        await page.FillAsync("[name=UserName]", userName);
        await page.FillAsync("[name=Password]", password);
        await page.GetByTestId("sign-in").ClickAsync();
    }

    private async Task NoCircuitOpensAsync(IBrowserContext browser)
    {
        var cancel = TestContext.Current.CancellationToken;
        var (portal, cookies) = (shared.Portal.Address, await PortalHttp.CookiesAsync(browser));
        Assert.Equal(HttpStatusCode.Forbidden, await PortalHttp.OpenHubAsync(portal, cookies, cancel));
    }
}
