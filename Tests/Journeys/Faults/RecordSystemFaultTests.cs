using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Faults;

/// <summary>
/// Whatever the record system does, the member gets an honest page within ten seconds, nothing that was not asked for, and the claims as soon as it
/// has recovered.
/// </summary>
[Collection(JourneyTests.Name)]
public sealed class RecordSystemFaultTests(FaultyPlan plan) : IClassFixture<FaultyPlan>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(RecordFault.Down, "The record system cannot be reached at the moment.")]
    [InlineData(RecordFault.Slow, "The record system did not answer in time.")]
    [InlineData(RecordFault.Status500, "The record system had a fault of its own.")]
    [InlineData(RecordFault.Html, "The record system gave an answer that the portal cannot read.")]
    [InlineData(RecordFault.Empty, "The record system gave an answer that the portal cannot read.")]
    public async Task A_fault_is_said_in_words_and_trying_again_later_shows_the_claims(RecordFault fault, string words)
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var page = plan.Member.Page;
        await plan.Records.BehaveAsync(fault);
        var since = Stopwatch.StartNew();
        await page.GotoAsync("records/claims");
        await Assertions.Expect(page.GetByTestId("section-failed")).ToContainTextAsync(words, new() { Timeout = 15_000 });
        InTime(since);
        await Assertions.Expect(page.GetByTestId("page-status")).ToContainTextAsync("Not shown: 1 part of this page");
        await Assertions.Expect(page.Locator("[data-record]")).ToHaveCountAsync(0);
        NothingOfOthers();

        await plan.Records.BehaveAsync(RecordFault.None);
        await page.GetByTestId("section-again").ClickAsync();
        await OwnClaimAsync(page);
        await Assertions.Expect(page.GetByTestId("page-status")).ToContainTextAsync("Status okay");
    }

    [Fact, Trait("clause", "C13")]
    public async Task Another_members_claim_is_neither_shown_nor_sent_to_the_browser()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var page = plan.Member.Page;
        await plan.Records.BehaveAsync(RecordFault.AnotherMember);
        var since = Stopwatch.StartNew();
        await page.GotoAsync("records/claims");
        await Assertions.Expect(page.Locator("[data-state=shown], [data-state=failed]")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        InTime(since);
        await Assertions.Expect(page.GetByTestId("claim-row")).ToHaveCountAsync(0);
        NothingOfOthers();
        await plan.Records.BehaveAsync(RecordFault.None);
        await page.GotoAsync("records/claims");
        await OwnClaimAsync(page);
    }

    [Fact, Trait("clause", "C15")]
    public async Task A_next_link_to_another_host_is_not_followed_and_the_list_is_said_to_be_incomplete()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var page = plan.Member.Page;
        await plan.Records.BehaveAsync(RecordFault.NextLinkElsewhere);
        var since = Stopwatch.StartNew();
        await page.GotoAsync("records/claims");
        await Assertions.Expect(page.GetByTestId("section-incomplete")).ToContainTextAsync("1 of 2 shown: the record system did not send the rest.", new() { Timeout = 15_000 });
        InTime(since);
        await OwnClaimAsync(page);
        Assert.Equal(0, plan.Elsewhere.Asked);
        await plan.Records.BehaveAsync(RecordFault.None);
        await page.GotoAsync("records/claims");
        await OwnClaimAsync(page);
        await Assertions.Expect(page.GetByTestId("section-incomplete")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task While_the_record_system_is_down_leaving_and_coming_back_still_work()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var page = plan.Member.Page;
        await plan.Records.BehaveAsync(RecordFault.Down);
        await page.GotoAsync("records");
        await Assertions.Expect(page.GetByTestId("section-failed")).ToHaveCountAsync(4);
        await page.GetByTestId("exit").ClickAsync();
        await Assertions.Expect(page.GetByTestId("exit-receipt")).ToBeVisibleAsync();
        await plan.Member.SignInAgainAsync("member-1");
        await plan.Records.BehaveAsync(RecordFault.None);
        await page.GotoAsync("records/claims");
        await OwnClaimAsync(page);
    }

    private static void InTime(Stopwatch since) => Assert.True(since.Elapsed < Patience, $"It took {since.Elapsed.TotalSeconds:F1} s.");

    private static Task OwnClaimAsync(IPage page) => Assertions.Expect(page.GetByTestId("claim-row")).ToContainTextAsync(FailingRecordSystem.OwnWord);

    private void NothingOfOthers()
    {
        Assert.DoesNotContain(FailingRecordSystem.OthersWord, plan.Member.Watch.Received, StringComparison.Ordinal);
        Assert.DoesNotContain(FailingRecordSystem.OthersWord, plan.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(FailingRecordSystem.OwnWord, plan.Log, StringComparison.Ordinal);
    }
}
