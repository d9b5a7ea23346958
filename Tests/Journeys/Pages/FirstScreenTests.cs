using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Pages;

/// <summary>C24: what a member comes for is there without scrolling.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C24")]
public sealed class FirstScreenTests(SharedPortal shared)
{
    private const int LaptopHeight = 800;

    [Fact]
    public async Task A_laptop_shows_the_answers_to_the_four_questions_without_scrolling()
    {
        await using var visitor = await shared.SignedInAsync("member-6");
        await visitor.Page.SetViewportSizeAsync(1280, LaptopHeight);
        await visitor.ShownAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("last-look")).ToBeVisibleAsync();
        foreach (var answer in (string[])["plan-in-force", "owed-total", "newest-claim", "new-messages", "last-look"])
            Assert.True(await BottomAsync(visitor.Page.GetByTestId(answer).First) <= LaptopHeight, $"{answer} is below the first screen.");
    }

    [Fact]
    public async Task A_telephone_shows_the_first_claim_without_scrolling()
    {
        await using var visitor = await shared.SignedInAsync("member-6", new(390, ColorScheme.Light));
        await visitor.GoToAsync("/records/claims");
        await Assertions.Expect(visitor.Page.GetByTestId("claim-row").First).ToBeInViewportAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("claims-kind")).ToBeHiddenAsync();
        await visitor.Page.GetByTestId("claims-fold").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("claims-kind")).ToBeVisibleAsync();
    }

    private static async Task<float> BottomAsync(ILocator element) => await element.BoundingBoxAsync() is { } box ? box.Y + box.Height : float.MaxValue;
}
