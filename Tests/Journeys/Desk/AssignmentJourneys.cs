using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Journeys.Desk;

/// <summary>
/// The whole of C3 and C5 from outside: enrolled from a file, a first password by letter, forgotten, a call, two halves. In the end nothing of any secret
/// is found where it must not be: files, log, mail, and every byte that the desk's browser got.
/// </summary>
[Collection(JourneyTests.Name), Trait("clause", "C3"), Trait("clause", "C7")]
public sealed partial class AssignmentJourneys
{
    private const string Second = "pebble harvest violin cactus";

    [Fact]
    [Trait("clause", "C5")]
    [Trait("clause", "C6")]
    public async Task First_password_by_letter_then_forgotten_and_assigned_anew_at_the_desk_in_two_halves()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var plan = await PlanOfItsOwn.StartAsync(cancel);

        var letter = (await plan.LettersAsync(1))[0];
        Assert.Contains("Amaryllis Shaw", letter, StringComparison.Ordinal);
        var secret = PlanOfItsOwn.SecretIn(letter);
        await using var amy = await plan.Browsers.VisitorAsync(plan.Portal);
        await amy.SignInFirstAsync(new("amy-1", "Member", secret, "amy", null));

        await using var phone = await plan.Browsers.VisitorAsync(plan.Portal);
        await phone.Page.GotoAsync("forgot-password");
        await phone.Page.FillAsync("[name=UserName]", "amy-1");
        await phone.Page.GetByTestId("ask-call").ClickAsync();
        var words = await phone.Page.GetByTestId("call-words").InnerTextAsync();

        await using var desk = await EmployeeAsync(plan);
        var page = desk.Page;
        await page.Locator(".record-nav a[href='/desk']").ClickAsync();
        await page.GetByTestId("desk-take").ClickAsync();
        await Expect(page.GetByTestId("desk-account")).ToHaveTextAsync("amy-1");
        await Expect(page.GetByTestId("desk-finish")).ToHaveCountAsync(0);
        await page.GetByTestId("desk-numbers").ClickAsync();
        await Expect(page.GetByTestId("desk-number-list")).ToContainTextAsync("+1 555 0100");
        await page.GetByTestId("desk-called").ClickAsync();
        await Expect(page.GetByTestId("desk-number-list")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("desk-finish")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("desk-say")).ToHaveTextAsync(words);
        await page.GetByTestId("desk-words-same").ClickAsync();
        await page.GetByTestId("desk-halves").ClickAsync();
        var first = await page.GetByTestId("desk-half").InnerTextAsync();
        await Expect(page.GetByTestId("desk-other-half")).ToContainTextAsync("was sent", new() { Timeout = 60_000 });
        var second = await plan.MailAsync(Half());

        await using var again = await plan.Browsers.VisitorAsync(plan.Portal);
        await again.SignInFirstAsync(new("amy-1", "Member", $"{first} {second}", "amy", null), Second);
        await again.Page.GotoAsync("account/activity");
        await Expect(again.Page.GetByTestId("activity")).ToContainTextAsync("you were called at the number in your record");
        await Expect(again.Page.GetByTestId("activity")).ToContainTextAsync("you saw the same three words");

        await page.GetByTestId("desk-end").ClickAsync();
        await Expect(page.GetByTestId("desk-half")).ToHaveCountAsync(0);
        var (disk, log, mail, wire) = (plan.OnDisk(), plan.Portal.Log, string.Concat(plan.Smtp.Taken.Select(one => one.Text)), desk.Watch.Received);
        Assert.Contains(first, wire, StringComparison.Ordinal); // the search can find
        Assert.Contains(second, mail, StringComparison.Ordinal);
        Assert.All(Forms(secret), form => Assert.DoesNotContain(form, disk + log + mail + wire, StringComparison.OrdinalIgnoreCase));
        Assert.All(Forms(first), form => Assert.DoesNotContain(form, disk + log + mail, StringComparison.OrdinalIgnoreCase));
        Assert.All(Forms(second), form => Assert.DoesNotContain(form, disk + log + wire, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Amaryllis", wire, StringComparison.Ordinal); // long enough not to stand by chance in what is encoded
        Assert.DoesNotContain("Canary Wharf", disk + log + mail + wire, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", wire[wire.IndexOf("desk-who", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static async Task<PortalVisitor> EmployeeAsync(PlanOfItsOwn plan)
    {
        var desk = await plan.Browsers.VisitorAsync(plan.Portal);
        var page = desk.Page;
        await desk.SignInFirstAtWorkAsync(plan.Employee);
        await page.GetByTestId("go-on").ClickAsync();
        await page.GotoAsync("desk");
        await Expect(page.GetByTestId("desk-who")).ToBeVisibleAsync();
        return desk;
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var groups = secret.Split('-');
        return [secret, string.Concat(groups), .. groups.Zip(groups.Skip(1), (one, next) => $"{one}-{next}")];
    }

    [GeneratedRegex(@"^ +([2-9a-z]{4}(?:-[2-9a-z]{4}){3})\s*$", RegexOptions.Multiline)]
    private static partial Regex Half();
}
