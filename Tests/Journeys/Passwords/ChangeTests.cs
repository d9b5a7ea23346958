using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Journeys.Passwords;

[Trait("clause", "C4")]
public sealed class ChangeTests(ITestOutputHelper output)
{
    private const string Next = "pebble harvest violin cactus";

    [Fact]
    public async Task A_change_throws_two_other_browsers_out_within_two_seconds_and_this_one_stays()
    {
        await using var portal = await TwoBrowsers.StartAsync();
        await using var mine = await portal.FirstAsync("member-1");
        await using var second = await portal.ElsewhereAsync("member-1");
        await using var third = await portal.ElsewhereAsync("member-1");
        var page = mine.Page;
        await OpenAsync(page);
        await FillAsync(page, PortalVisitor.PersonalPassword, Next, Next);
        await Expect(page.GetByTestId("password-strength")).ToHaveTextAsync("strong");
        var (afterPressing, afterDone) = await TwoBrowsers.OutAfterAsync(page.GetByTestId("change-password"), page.GetByTestId("password-changed"), second, third);
        output.WriteLine($"Both others were out {afterPressing.TotalSeconds:F2} s after the button was pressed, {afterDone.TotalSeconds:F2} s after the change was confirmed");
        Assert.True(afterDone < TwoBrowsers.Promised, $"{afterDone}");
        await TwoBrowsers.IsOutAsync(second);
        await TwoBrowsers.IsOutAsync(third);
        await mine.GoToAsync("/records/claims"); // the same circuit
        await page.ReloadAsync();
        await Expect(page.GetByTestId("held-now")).ToBeVisibleAsync(); // the same cookie
        await using var again = await portal.ElsewhereAsync("member-1", Next);
    }

    [Fact]
    public async Task Each_refusal_stands_where_it_was_typed_and_nothing_typed_is_lost()
    {
        await using var portal = await TwoBrowsers.StartAsync();
        await using var mine = await portal.FirstAsync("member-1");
        var page = mine.Page;
        await OpenAsync(page);
        await FillAsync(page, "not the password at all", Next, Next);
        await page.GetByTestId("change-password").ClickAsync();
        await Expect(page.GetByTestId("current-password-error")).ToContainTextAsync("not your current password");
        await Expect(page.GetByTestId("new-password")).ToHaveValueAsync(Next);
        await page.GetByTestId("current-password").FillAsync(PortalVisitor.PersonalPassword);
        await page.GetByTestId("confirm-password").FillAsync(Next + "x");
        await page.GetByTestId("change-password").ClickAsync();
        await Expect(page.GetByTestId("confirm-password-error")).ToContainTextAsync("differ");
        await page.GetByTestId("show-new-password").ClickAsync();
        await Expect(page.GetByTestId("new-password")).ToHaveAttributeAsync("type", "text");
        await Expect(page.GetByTestId("new-password")).ToHaveValueAsync(Next);
        await page.GetByTestId("confirm-password").FillAsync(Next);
        await page.GetByTestId("change-password").ClickAsync();
        await Expect(page.GetByTestId("password-changed")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("new-password")).ToHaveValueAsync("");
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.Locator(".record-nav a[href='/account']").ClickAsync();
        await page.Locator(".account-nav a[href='/account/password']").ClickAsync();
        await page.GetByTestId("current-password").WaitForAsync();
    }

    private static async Task FillAsync(IPage page, string current, string next, string again)
    {
        await page.GetByTestId("current-password").FillAsync(current);
        await page.GetByTestId("new-password").FillAsync(next);
        await page.GetByTestId("confirm-password").FillAsync(again);
    }
}
