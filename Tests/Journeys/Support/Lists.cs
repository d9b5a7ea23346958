using Microsoft.Playwright;

namespace PrivacyPortal.Journeys.Support;

/// <summary>Lists of which only what is in view is drawn: whoever looks for a row scrolls to it, as people do.</summary>
internal static class Lists
{
    private const int Enough = 20;
    private const int Step = 300;

    /// <summary>Turns the wheel until the list has a row, and fails as a missing row does.</summary>
    internal static async Task<ILocator> ScrollToAsync(this IPage page, string row)
    {
        var rows = page.GetByTestId(row);
        for (var turns = 0; turns < Enough && await rows.CountAsync() == 0; turns++)
        {
            await page.Mouse.WheelAsync(0, Step);
            await page.WaitForTimeoutAsync(100);
        }
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        return rows;
    }
}
