using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Leaving;

/// <summary>C19: whoever leaves has left everywhere - every tab, the back button, the cookie - and nobody else notices.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C19")]
public sealed class ExitTests(SharedPortal shared)
{
    private const string Leaver = "O'Hara248";

    [Theory]
    [InlineData("exit", "/exit")]
    [InlineData("sign-out", "/sign-in")]
    public async Task Leaving_empties_every_tab_the_back_button_and_the_cookie(string act, string ends)
    {
        await using var visitor = await shared.SignedInAsync("member-1");
        await Assertions.Expect(visitor.Page.GetByTestId("member-name")).ToContainTextAsync(Leaver);
        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync("records");
        await Assertions.Expect(other.GetByTestId("member-name")).ToContainTextAsync(Leaver);
        await visitor.GoToAsync("/records/claims");
        await Assertions.Expect(visitor.Page.GetByTestId("claim-row").First).ToBeVisibleAsync();

        var (pressed, emptied) = (TimeSpan.Zero, new TaskCompletionSource<TimeSpan>());
        var clock = Stopwatch.StartNew();
        await visitor.Page.ExposeFunctionAsync("pressed", () => { pressed = clock.Elapsed; });
        await other.ExposeFunctionAsync("emptied", () => { emptied.TrySetResult(clock.Elapsed); });
        await visitor.Page.EvaluateAsync("addEventListener('submit', () => pressed())");
        await other.EvaluateAsync("new MutationObserver(() => document.querySelector('[data-record]') || emptied()).observe(document.body, { childList: true, subtree: true })");
        await visitor.Page.GetByTestId(act).ClickAsync();
        var took = await emptied.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken) - pressed;
        Assert.True(pressed > TimeSpan.Zero && took < TimeSpan.FromSeconds(2), $"The other tab was emptied after {took.TotalSeconds:F1} s.");
        Assert.DoesNotContain(Leaver, await other.ContentAsync(), StringComparison.Ordinal);
        await visitor.Page.WaitForURLAsync($"**{ends}*");
        Assert.DoesNotContain(await visitor.Context.CookiesAsync(), cookie => cookie.Name == PortalHttp.SessionCookie);
        await other.WaitForURLAsync("**/sign-in?ended=*");

        await visitor.Page.GoBackAsync();
        Assert.EndsWith("/sign-in?then=%2Frecords%2Fclaims", visitor.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(visitor.Page.Locator("[data-record]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Held_now_counts_what_the_page_holds_and_goes_back_when_it_is_left()
    {
        await using var visitor = await shared.SignedInAsync("member-1");
        var held = visitor.Page.GetByTestId("held-now");
        await visitor.ShownAsync();
        await Assertions.Expect(held).ToContainTextAsync("3 parts of your record are in the server's memory");
        await visitor.GoToAsync("/records/care");
        await Assertions.Expect(held).ToContainTextAsync("6 parts");
        await visitor.GoToAsync("/records/results");
        await Assertions.Expect(held).ToContainTextAsync("1 part of your record is");
    }

    [Fact]
    public async Task Another_member_in_another_browser_goes_on()
    {
        await using var staying = await shared.SignedInAsync("member-6");
        await staying.GoToAsync("/records/claims");
        await using var leaving = await shared.SignedInAsync("member-1");
        await leaving.Page.GetByTestId("exit").ClickAsync();
        await Assertions.Expect(leaving.Page.GetByTestId("exit-receipt")).ToBeVisibleAsync();
        await (await staying.Page.ScrollToAsync("claim-open")).First.ClickAsync();
        await Assertions.Expect(staying.Page.GetByTestId("claim-detail")).ToBeVisibleAsync();
        await staying.GoToAsync("/records");
        await Assertions.Expect(staying.Page.GetByTestId("member-name")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_members_one_after_the_other_in_one_browser_never_see_each_other()
    {
        await using var browser = await shared.SignedInAsync("member-1");
        await Assertions.Expect(browser.Page.GetByTestId("member-name")).ToContainTextAsync(Leaver);
        await browser.Page.GetByTestId("exit").ClickAsync();
        await Assertions.Expect(browser.Page.GetByTestId("exit-receipt")).ToBeVisibleAsync();

        var second = await browser.Context.NewPageAsync();
        await second.GotoAsync("sign-in");
        var watch = new PageWatch(browser.Context);
        var next = new PortalVisitor(browser.Context, second, watch);
        await using (var elsewhere = await shared.SignedInAsync("member-4")) { }
        await next.SignInAgainAsync("member-4");
        foreach (var address in (string[])["/records/claims", "/records/care", "/records/coverage", "/records"])
        {
            await next.GoToAsync(address);
            Assert.DoesNotContain(Leaver, await second.ContentAsync(), StringComparison.Ordinal);
        }
        await Assertions.Expect(second.GetByTestId("member-name")).ToContainTextAsync("Delagarza");
        await browser.Page.GoBackAsync();
        await Assertions.Expect(browser.Page.GetByTestId("held-now")).ToBeVisibleAsync();
        await Assertions.Expect(browser.Page.GetByTestId("member-name")).ToContainTextAsync("Delagarza");
        Assert.DoesNotContain(Leaver, await browser.Page.ContentAsync(), StringComparison.Ordinal);
    }
}
