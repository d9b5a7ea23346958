using Microsoft.Playwright;
using PrivacyPortal.Journeys.Staff;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Messages;

/// <summary>A member writes, asks and appeals; whose work it is answers; the member sees it; the portal's disk holds no word of it.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C13"), Trait("clause", "C14")]
public sealed class MessageJourneys(StaffPortal portal) : IClassFixture<StaffPortal>
{
    private const string Rare = "quetzalfeather";

    [Fact]
    [Trait("clause", "C11")]
    public async Task Written_answered_extended_denied_and_read_with_no_word_of_it_on_the_portals_disk()
    {
        await using var officer = await portal.SignedInAsync("officer-1");
        await using var support = await portal.SignedInAsync("support-1");
        await using var member = await portal.Browsers.VisitorAsync(portal.Portal);
        await member.SignInFirstAsync(portal.Portal.Account("member-1"));
        var amy = member.Page;
        await AskAsync(amy, "Message", $"Is my <b>brace</b> covered? {Rare}");
        await AskAsync(amy, "Amendment", $"My birth date is wrong. {Rare}");

        await TakeAsync(support.Page);
        await Assertions.Expect(support.Page.GetByTestId("message")).ToContainTextAsync("<b>brace</b>");
        await support.Page.GetByTestId("review-words").FillAsync($"Yes, it is. {Rare}");
        await support.Page.GetByTestId("review-answer").ClickAsync();
        await Assertions.Expect(support.Page.GetByTestId("requests-none")).ToBeVisibleAsync();

        var pia = officer.Page;
        await TakeAsync(pia);
        await pia.GetByTestId("review-words").FillAsync("We wait for the clinic.");
        await pia.GetByTestId("review-extend").ClickAsync();
        await pia.GetByTestId("queued-open").ClickAsync();
        await Assertions.Expect(pia.GetByTestId("message")).ToHaveCountAsync(2);
        await pia.GetByTestId("outcome-denied").CheckAsync();
        await pia.GetByTestId("review-words").FillAsync("The record is accurate.");
        await pia.GetByTestId("review-answer").ClickAsync();
        await Assertions.Expect(pia.GetByTestId("requests-none")).ToBeVisibleAsync();

        await amy.GotoAsync("messages");
        await Assertions.Expect(amy.GetByTestId("request-new")).ToHaveCountAsync(2);
        await amy.Locator("[data-kind=Message]").GetByTestId("request-open").ClickAsync();
        await Assertions.Expect(amy.GetByTestId("message").Last).ToContainTextAsync("Yes, it is.");
        await amy.Locator("[data-kind=Amendment]").GetByTestId("request-open").ClickAsync();
        await Assertions.Expect(amy.GetByTestId("after-denial")).ToBeVisibleAsync();
        await Assertions.Expect(amy.GetByTestId("message")).ToHaveCountAsync(3);
        Assert.All([officer, support, member], visitor => Assert.Empty(visitor.Watch.Complaints));
        // the record system has the words, so that a search which finds none elsewhere has looked for the right thing
        Assert.Contains(portal.Folder.RecordSystemFiles, file => Holds(file, Rare));
        Assert.DoesNotContain(portal.Folder.PortalFiles, file => Holds(file, Rare));
    }

    [Fact]
    public async Task A_draft_is_asked_about_before_it_is_left()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        await using var member = await portal.Browsers.VisitorAsync(portal.Portal);
        await member.SignInFirstAsync(portal.Portal.Account("member-3"));
        var page = member.Page;
        await page.GotoAsync("messages");
        await page.GetByTestId("messages-new").ClickAsync();
        await page.GetByTestId("request-words").FillAsync("Not sent yet.");
        await page.Locator("a[href='/records/coverage']").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("leave-draft")).ToBeVisibleAsync();
        await page.GetByTestId("leave-draft-sure").ClickAsync();
        await page.WaitForURLAsync("**/records/coverage");
        Assert.Equal("{}{}", await page.EvaluateAsync<string>("() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})"));
    }

    [Fact]
    public async Task A_claim_is_appealed_from_its_page_and_the_examiner_answers()
    {
        await using var examiner = await portal.SignedInAsync("examiner-1");
        await using var member = await portal.Browsers.VisitorAsync(portal.Portal);
        await member.SignInFirstAsync(portal.Portal.Account("member-2"));
        var (amy, eva) = (member.Page, examiner.Page);
        await member.GoToAsync("/records/claims");
        await (await amy.ScrollToAsync("claim-open")).First.ClickAsync();
        await amy.GetByTestId("claim-appeal-open").ClickAsync();
        await amy.GetByTestId("request-send").ClickAsync();
        await Assertions.Expect(amy.GetByTestId("request-refused")).ToBeVisibleAsync();
        await amy.GetByTestId("request-words").FillAsync("It was an emergency.");
        await amy.GetByTestId("request-send").ClickAsync();
        await Assertions.Expect(amy.GetByTestId("request-number")).ToContainTextAsync("R-");
        await TakeAsync(eva);
        await Assertions.Expect(eva.GetByTestId("message")).ToContainTextAsync("It was an emergency.");
        await eva.GetByTestId("review-words").FillAsync("We pay it.");
        await eva.GetByTestId("review-answer").ClickAsync();
        await Assertions.Expect(eva.GetByTestId("requests-none")).ToBeVisibleAsync();
        await amy.GotoAsync("messages");
        await Assertions.Expect(amy.Locator("[data-kind=AppealAfterCare][data-state=Granted]")).ToBeVisibleAsync();
        Assert.All([examiner, member], visitor => Assert.Empty(visitor.Watch.Complaints));
    }

    private static async Task AskAsync(IPage page, string kind, string words)
    {
        await page.GotoAsync("messages");
        await page.GetByTestId("messages-new").ClickAsync();
        await page.GetByTestId("request-kind").SelectOptionAsync(kind);
        await page.GetByTestId("request-words").FillAsync(words);
        await page.GetByTestId("request-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("request-number")).ToContainTextAsync("R-");
    }

    private static async Task TakeAsync(IPage page)
    {
        await page.GotoAsync("requests");
        await page.GetByTestId("queued-take").WaitForAsync();
        // numbers and clocks only, before it is opened
        Assert.DoesNotContain(Rare, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByTestId("queued-take").ClickAsync();
        await page.GetByTestId("message").First.WaitForAsync();
    }

    private static bool Holds(string file, string word)
    {
        // a pipe of the runtime has no length, and to open one is to wait for ever
        if (new FileInfo(file).Length == 0)
            return false;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) >= 0;
    }
}
