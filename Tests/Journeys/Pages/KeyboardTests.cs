using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Pages;

/// <summary>C24: everything can be done with the keyboard alone, and where one is can be seen.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C24")]
public sealed class KeyboardTests(SharedPortal shared)
{
    private const int FarEnough = 60;

    [Fact]
    public async Task Sign_in_open_a_claim_and_exit_without_a_mouse()
    {
        await using (await shared.SignedInAsync("member-7")) { }
        await using var visitor = await shared.VisitorAsync();
        var page = visitor.Page;
        await page.GotoAsync("sign-in");
        await TabToAsync(page, "user-name");
        await page.Keyboard.TypeAsync("member-7");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(PortalVisitor.PersonalPassword);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/records");
        await visitor.ShownAsync();

        await TabToAsync(page, "a[href='/records/claims']");
        await page.Keyboard.PressAsync("Enter");
        await visitor.ShownAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync(); // where a new page begins; a Tab before that would be taken back
        await TabToAsync(page, "claim-open");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("claim-detail")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tr.open [data-testid=claim-open]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("claim-detail")).ToHaveCountAsync(0);

        await TabToAsync(page, "exit", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("exit-receipt")).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the element has the focus, which must be seen at every stop.</summary>
    private static async Task TabToAsync(IPage page, string wanted, bool backwards = false)
    {
        var target = wanted.Contains('[', StringComparison.Ordinal) ? wanted : $"[data-testid='{wanted}']";
        for (var i = 0; i < FarEnough; i++)
        {
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            var seen = await page.EvaluateAsync<bool>("() => { const at = document.activeElement; return at === document.body || getComputedStyle(at).outlineStyle !== 'none' && parseFloat(getComputedStyle(at).outlineWidth) >= 2; }");
            Assert.True(seen, $"The focus cannot be seen at {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 80)")}");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", target))
                return;
        }
        Assert.Fail($"The keyboard does not reach {wanted}.");
    }
}
