using Microsoft.Playwright;
using PrivacyPortal.Journeys.Staff;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Concerns;

/// <summary>Comments and concerns walk from a clause to the answer; staying and leaving by keyboard.</summary>
[Collection(JourneyTests.Name)]
public sealed class ConcernJourneys(StaffPortal portal) : IClassFixture<StaffPortal>
{
    [Fact]
    [Trait("clause", "C19")]
    [Trait("clause", "C20")]
    [Trait("clause", "C21")]
    [Trait("clause", "C22")]
    public async Task From_a_clause_to_the_answer_and_out()
    {
        await using var officer = await portal.SignedInAsync("officer-1");
        await VisitorCommentsAndLooksTheAnswerUpAsync(officer);
        await using var member = await portal.Browsers.VisitorAsync(portal.Portal);
        await member.SignInFirstAsync(portal.Portal.Account("member-5"));
        await MemberRaisesAConcernAndReadsTheAnswerAsync(officer, member);
        await ANewStatementAsksTheLivePageAsync(member);
        await LeavesByKeyboardAsync(officer, member);
        Assert.Empty(officer.Watch.Complaints);
    }

    private async Task VisitorCommentsAndLooksTheAnswerUpAsync(PortalVisitor officer)
    {
        await using var visitor = await portal.Browsers.VisitorAsync(portal.Portal);
        await visitor.Page.GotoAsync("concerns?clause=C12");
        await Assertions.Expect(visitor.Page.GetByTestId("about")).ToHaveValueAsync("C12");
        var (number, word) = await WriteAsync(visitor.Page, "How long is while?", visitor: true);

        await AnswerAsync(officer.Page, number, "How long is while?", "Sixty seconds.");

        await visitor.Page.GotoAsync("concerns");
        await visitor.Page.GetByTestId("look-number").FillAsync(number);
        await visitor.Page.GetByTestId("look-word").FillAsync(word!);
        await visitor.Page.GetByTestId("look").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("answer")).ToHaveTextAsync("Sixty seconds.");
        Assert.EndsWith("/concerns", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visitor.Watch.Complaints);
    }

    private static async Task MemberRaisesAConcernAndReadsTheAnswerAsync(PortalVisitor officer, PortalVisitor member)
    {
        await member.Page.GotoAsync("concerns?clause=C13");
        await member.Page.GetByTestId("kind-concern").CheckAsync();
        var (number, _) = await WriteAsync(member.Page, "Who may look at mine?", visitor: false);
        await AnswerAsync(officer.Page, number, "Who may look at mine?", "See who looked.");
        await member.Page.GotoAsync("concerns");
        await member.Page.GetByTestId("read-answer").ClickAsync();
        await Assertions.Expect(member.Page.GetByTestId("answer")).ToHaveTextAsync("See who looked.");
    }

    private async Task ANewStatementAsksTheLivePageAsync(PortalVisitor member)
    {
        await member.Page.GotoAsync("records");
        await member.ShownAsync();
        portal.Store.StayedUnder("member-5", "2026-06");
        await member.Page.WaitForURLAsync("**/stay*");
        await Assertions.Expect(member.Page.Locator("[data-record]")).ToHaveCountAsync(0);
        await Assertions.Expect(member.Page.GetByTestId("stay")).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await member.ShownAsync();
    }

    private static async Task LeavesByKeyboardAsync(PortalVisitor officer, PortalVisitor member)
    {
        await member.Page.Keyboard.PressAsync("Alt+Shift+KeyX");
        var receipt = await member.Page.GetByTestId("receipt-number").InnerTextAsync();
        await Assertions.Expect(member.Page.GetByTestId("receipt-erased")).ToContainTextAsync("open pages:");
        await member.Page.GoBackAsync();
        await Assertions.Expect(member.Page.Locator("[data-record]")).ToHaveCountAsync(0);
        Assert.Contains("/sign-in", member.Page.Url, StringComparison.Ordinal);

        await officer.Page.GotoAsync("privacy-office/audit");
        await officer.Page.GetByTestId("audit-reference").FillAsync(receipt);
        await officer.Page.GetByTestId("audit-search").ClickAsync();
        await Assertions.Expect(officer.Page.GetByTestId("audit-row")).ToHaveCountAsync(1);
        await Assertions.Expect(officer.Page.GetByTestId("audit-row")).ToHaveAttributeAsync("data-act", "SessionEnded");
    }

    private static async Task<(string Number, string? Word)> WriteAsync(IPage page, string words, bool visitor)
    {
        await page.GetByTestId("text").FillAsync(words);
        await page.GetByTestId("send").ClickAsync();
        var number = await page.GetByTestId("number").InnerTextAsync();
        return (number, visitor ? await page.GetByTestId("word").InnerTextAsync() : null);
    }

    private static async Task AnswerAsync(IPage officer, string number, string words, string answer)
    {
        await officer.GotoAsync("privacy-office");
        var waiting = officer.Locator("[data-testid=concern]", new() { HasText = number });
        await waiting.GetByTestId("concern-take").ClickAsync();
        await Assertions.Expect(waiting.GetByTestId("concern-words")).ToContainTextAsync(words);
        await waiting.GetByTestId("concern-answer").FillAsync(answer);
        await waiting.GetByTestId("concern-send").ClickAsync();
        await Assertions.Expect(officer.Locator("[data-testid=concern][data-state=Answered]", new() { HasText = number })).ToHaveCountAsync(1);
    }
}
