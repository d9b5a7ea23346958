using Microsoft.Playwright;
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
        await visitor.SignInFirstAtWorkAsync(browsers.Portal.Account(userName));
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
