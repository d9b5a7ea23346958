using Microsoft.Playwright;
using OtpNet;
using PrivacyPortal.Journeys.Passwords;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Admin;

/// <summary>Somebody who works with the portal: signs in for the first time and adds the second step that every such role needs.</summary>
internal static class StaffVisits
{
    internal static async Task<PortalVisitor> StaffAsync(this TwoBrowsers browsers, string userName)
    {
        var visitor = await browsers.VisitorAsync();
        var page = visitor.Page;
        await visitor.SignInAsync(userName, browsers.Portal.Account(userName).AssignedPassword);
        await page.FillAsync("[name=NewPassword]", PortalVisitor.PersonalPassword);
        await page.FillAsync("[name=ConfirmPassword]", PortalVisitor.PersonalPassword);
        await page.GetByTestId("set-password").ClickAsync();
        await page.WaitForURLAsync("**/second-factor*");
        var key = await page.GetByTestId("authenticator-key").InnerTextAsync();
        await page.FillAsync("[name=Code]", new Totp(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal))).ComputeTotp());
        await page.GetByTestId("add-authenticator").ClickAsync();
        await page.GetByTestId("go-on").ClickAsync();
        await Assertions.Expect(page.GetByTestId("no-own-record")).ToBeVisibleAsync();
        return visitor;
    }

    /// <summary>Goes to a page of administration by its link, and waits until it has been read.</summary>
    internal static async Task OpenAsync(this PortalVisitor visitor, string address)
    {
        await visitor.Page.Locator($".record-nav a[href='{address}']").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".record-nav a.active")).ToHaveAttributeAsync("href", address);
        await Assertions.Expect(visitor.Page.GetByTestId("page-status")).ToContainTextAsync("Status okay");
    }
}
