using PrivacyPortal.Journeys.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Journeys.Passwords;

[Trait("clause", "C8")]
public sealed class CompromisedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Three_browsers_are_dead_within_two_seconds_and_the_old_password_opens_nothing(bool signedIn)
    {
        await using var portal = await TwoBrowsers.StartAsync();
        await using var first = await portal.FirstAsync("member-1");
        await using var second = await portal.ElsewhereAsync("member-1");
        await using var third = await portal.ElsewhereAsync("member-1");
        await using var stranger = await portal.VisitorAsync();
        var reporting = signedIn ? await portal.ElsewhereAsync("member-1") : stranger;
        if (!signedIn)
            await stranger.Page.GotoAsync("sign-in");
        await reporting.Page.GetByTestId("compromised").First.ClickAsync();
        if (!signedIn)
        {
            await stranger.Page.FillAsync("[name=UserName]", "member-1");
            await stranger.Page.FillAsync("[name=Password]", PortalVisitor.PersonalPassword);
        }
        var (afterPressing, afterDone) = await TwoBrowsers.OutAfterAsync(reporting.Page.GetByTestId("close-password"), reporting.Page.GetByTestId("password-closed"), first, second, third);
        output.WriteLine($"{(signedIn ? "Signed in" : "Signed out")}: three browsers were out {afterPressing.TotalSeconds:F2} s after the button was pressed, {afterDone.TotalSeconds:F2} s after the page said so");
        Assert.True(afterDone < TwoBrowsers.Promised, $"{afterDone}");
        await Expect(reporting.Page.GetByTestId("exposure")).ToContainTextAsync("Opened: claims, with your account");
        foreach (var other in (PortalVisitor[])[first, second, third])
            await TwoBrowsers.IsOutAsync(other);
        await first.Page.FillAsync("[name=UserName]", "member-1");
        await first.Page.FillAsync("[name=Password]", PortalVisitor.PersonalPassword);
        await first.Page.GetByTestId("sign-in").ClickAsync();
        await Expect(first.Page.GetByTestId("sign-in-refused")).ToBeVisibleAsync();
        if (signedIn)
            await reporting.DisposeAsync();
    }
}
