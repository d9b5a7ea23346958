using PrivacyPortal.Journeys.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Journeys.Passwords;

[Trait("clause", "C8")]
public sealed class SessionsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_list_names_what_each_session_has_open_and_ending_one_ends_it_alone()
    {
        await using var portal = await TwoBrowsers.StartAsync();
        await using var mine = await portal.FirstAsync("member-1");
        await using var second = await portal.ElsewhereAsync("member-1");
        var page = mine.Page;
        await page.Locator(".record-nav a[href='/account']").ClickAsync();
        await page.Locator(".account-nav a[href='/account/sessions']").ClickAsync();
        var other = page.Locator("[data-testid=session][data-current=false]");
        await Expect(other).ToHaveCountAsync(1);
        await Expect(other).ToContainTextAsync("Chrome on Linux");
        await Expect(other.GetByTestId("session-viewing")).ToContainTextAsync("claims");
        await other.GetByTestId("session-end").ClickAsync();
        var outAfter = await TwoBrowsers.OutAfterAsync(other.GetByTestId("session-end-sure"), second);
        output.WriteLine($"Out {outAfter.TotalSeconds:F2} s after the button was pressed");
        await Expect(other).ToHaveCountAsync(0);
        Assert.True(outAfter < TwoBrowsers.Promised, $"{outAfter}");
        await TwoBrowsers.IsOutAsync(second);
        await mine.GoToAsync("/records/claims");
    }

    [Fact]
    public async Task An_idle_session_is_warned_extended_ten_times_and_then_ends_and_says_so()
    {
        await using var portal = await TwoBrowsers.StartAsync("--Sessions:MemberIdle", "00:00:25", "--Sessions:WarnBefore", "00:00:20");
        await using var mine = await portal.FirstAsync("member-1");
        await mine.Page.Locator(".record-nav a[href='/account']").ClickAsync();
        await mine.Page.Locator(".account-nav a[href='/account/sessions']").ClickAsync(); // which draws itself anew every few seconds: that is no use
        var warning = mine.Page.GetByTestId("idle-warning");
        for (var i = 0; i < 10; i++)
        {
            await warning.WaitForAsync(new() { Timeout = 15_000 });
            await mine.Page.GetByTestId("extend-session").ClickAsync();
            await Expect(warning).ToHaveCountAsync(0);
        }
        await mine.Page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal), new() { Timeout = 45_000 });
        await Expect(mine.Page.GetByTestId("session-ended")).ToContainTextAsync("nothing was done");
        Assert.Equal(0, await mine.Page.Locator("[data-record]").CountAsync());
    }

    [Fact]
    [Trait("clause", "C2")]
    public async Task A_device_that_was_used_before_signs_in_while_a_stranger_has_to_wait()
    {
        await using var portal = await TwoBrowsers.StartAsync();
        await using var mine = await portal.FirstAsync("member-1");
        await mine.Page.GetByTestId("sign-out").ClickAsync();
        await mine.Page.WaitForURLAsync("**/sign-in");
        await using var stranger = await portal.VisitorAsync();
        for (var i = 0; i < 8; i++)
            await TryAsync(stranger, "not the password at all");
        await TryAsync(stranger, PortalVisitor.PersonalPassword); // right, and not looked at
        await mine.SignInAsync("member-1", PortalVisitor.PersonalPassword);
        await Expect(mine.Page.GetByTestId("held-now")).ToBeVisibleAsync();
        await Expect(mine.Page.GetByTestId("wrong-tries")).ToHaveTextAsync("9 wrong tries since.");
    }

    private static async Task TryAsync(PortalVisitor stranger, string password)
    {
        await stranger.Page.GotoAsync("sign-in");
        await stranger.Page.FillAsync("[name=UserName]", "member-1");
        await stranger.Page.FillAsync("[name=Password]", password);
        await stranger.Page.GetByTestId("sign-in").ClickAsync();
        await Expect(stranger.Page.GetByTestId("sign-in-refused")).ToBeVisibleAsync();
    }
}
