using System.Net;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.SecondFactors;

/// <summary>A second step, in a browser: a provider must add one before anything opens; a member may, and signs in with a passkey.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C2")]
public sealed class SecondFactorJourneys(SharedPortal shared)
{
    [Fact]
    public async Task A_provider_adds_an_authenticator_before_anything_opens_and_later_signs_in_with_a_recovery_code()
    {
        await using var visitor = await shared.VisitorAsync();
        var (page, account) = (visitor.Page, shared.Portal.Account("provider-1"));
        await visitor.SignInAsync(account.UserName, account.AssignedPassword);
        await ChooseAsync(page);
        await page.WaitForURLAsync("**/second-factor*");
        foreach (var address in (string[])["records", "who-looked", "account/security"])
        {
            await page.GotoAsync(address);
            Assert.Contains("/second-factor", page.Url, StringComparison.Ordinal);
        }
        Assert.Equal(0, visitor.Watch.Frames);
        Assert.Equal(HttpStatusCode.Forbidden, await PortalHttp.OpenHubAsync(shared.Portal.Address, await PortalHttp.CookiesAsync(visitor.Context), TestContext.Current.CancellationToken));

        await Assertions.Expect(page.GetByTestId("qr-code")).ToBeVisibleAsync();
        var key = await page.GetByTestId("authenticator-key").InnerTextAsync();
        await page.FillAsync("[name=Code]", "000000");
        await page.GetByTestId("add-authenticator").ClickAsync();
        await Assertions.Expect(page.GetByTestId("factor-refused")).ToBeVisibleAsync();
        Assert.Equal(key, await page.GetByTestId("authenticator-key").InnerTextAsync());
        await page.FillAsync("[name=Code]", PortalVisitor.CodeOf(key));
        await page.GetByTestId("add-authenticator").ClickAsync();
        await Assertions.Expect(page.GetByTestId("recovery-code")).ToHaveCountAsync(10);
        var recovery = await page.GetByTestId("recovery-code").First.InnerTextAsync();
        await page.GetByTestId("go-on").ClickAsync();
        await page.GetByTestId("stay").ClickAsync();
        await page.WaitForURLAsync("**/account/security"); // where the way had been to
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await PortalHttp.OpenHubAsync(shared.Portal.Address, await PortalHttp.CookiesAsync(visitor.Context), TestContext.Current.CancellationToken));

        await using var later = await shared.VisitorAsync();
        await later.SignInAsync(account.UserName, PortalVisitor.PersonalPassword);
        await later.Page.FillAsync("[name=Code]", recovery);
        await later.Page.GetByTestId("give-code").ClickAsync();
        await later.Page.WaitForURLAsync("**/records");
        await later.Page.GotoAsync("account/notices");
        await Assertions.Expect(later.Page.Locator("[data-kind=RecoveryCodeUsed]")).ToHaveCountAsync(1);
        await using var thief = await shared.VisitorAsync();
        await thief.SignInAsync(account.UserName, PortalVisitor.PersonalPassword);
        await thief.Page.FillAsync("[name=Code]", recovery);
        await thief.Page.GetByTestId("give-code").ClickAsync();
        await Assertions.Expect(thief.Page.GetByTestId("factor-refused")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_makes_a_passkey_signs_in_with_it_and_removes_it()
    {
        var account = await shared.NewAccountAsync("passkey-1", "Patient1");
        await using var visitor = await shared.VisitorAsync();
        var page = visitor.Page;
        await AuthenticatorAsync(visitor);
        await visitor.SignInFirstAsync(account);
        await page.GotoAsync("account/security");
        await page.Locator("[data-testid=offer-passkey] summary").ClickAsync();
        await page.GetByTestId("add-passkey").ClickAsync();
        await Assertions.Expect(page.GetByTestId("factor-name")).ToContainTextAsync("Passkey");
        await Assertions.Expect(page.GetByTestId("recovery-code")).ToHaveCountAsync(10);

        await page.GetByTestId("sign-out").ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await visitor.SignInAsync(account.UserName, PortalVisitor.PersonalPassword);
        Assert.Contains("/second-factor", page.Url, StringComparison.Ordinal);
        await page.GetByTestId("use-passkey").ClickAsync();
        await page.WaitForURLAsync("**/records");
        await Assertions.Expect(page.GetByTestId("held-now")).ToBeVisibleAsync();

        await page.GotoAsync("account/security");
        await page.GetByText("Change", new() { Exact = true }).ClickAsync();
        await page.GetByTestId("remove-factor").ClickAsync();
        await Assertions.Expect(page.GetByTestId("no-factor")).ToBeVisibleAsync();
        await page.GotoAsync("account/notices");
        await Assertions.Expect(page.Locator("[data-kind=SecondFactorChanged]")).ToHaveCountAsync(2);
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task A_browser_without_the_passkey_does_not_get_in()
    {
        var account = await shared.NewAccountAsync("passkey-2", "Patient1");
        await using var owner = await shared.VisitorAsync();
        await AuthenticatorAsync(owner);
        await owner.SignInFirstAsync(account);
        await owner.Page.GotoAsync("account/security");
        await owner.Page.Locator("[data-testid=offer-passkey] summary").ClickAsync();
        await owner.Page.GetByTestId("add-passkey").ClickAsync();
        await Assertions.Expect(owner.Page.GetByTestId("factor-name")).ToBeVisibleAsync();
        await using var thief = await shared.VisitorAsync();
        await AuthenticatorAsync(thief);
        await thief.SignInAsync(account.UserName, PortalVisitor.PersonalPassword);
        await thief.Page.GetByTestId("use-passkey").ClickAsync();
        await Assertions.Expect(thief.Page.GetByTestId("passkey-said")).ToBeVisibleAsync();
        await thief.Page.GotoAsync("records");
        Assert.Contains("/second-factor", thief.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Chromium's own virtual authenticator: a device that is unlocked and says yes.</summary>
    private static async Task AuthenticatorAsync(PortalVisitor visitor)
    {
        var devtools = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await devtools.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options });
    }

    private static async Task ChooseAsync(IPage page)
    {
        await page.FillAsync("[name=NewPassword]", PortalVisitor.PersonalPassword);
        await page.FillAsync("[name=ConfirmPassword]", PortalVisitor.PersonalPassword);
        await page.GetByTestId("set-password").ClickAsync();
    }

}
