using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Staff;

/// <summary>People at work open records by need, and lose them under the open page when the need is over.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C13")]
public sealed class StaffJourneys(StaffPortal portal, ITestOutputHelper output) : IClassFixture<StaffPortal>
{
    // the sample member of the care team, and another one
    private const string Margie = "29428a22-5f03-492e-83bb-da34bb2a12c9";
    private const string MargieBorn = "1995-03-26";
    private const string Carroll = "274f5452-2a39-44c4-a7cb-f36de467762e";
    private const string CarrollBorn = "1954-06-13";

    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_practitioner_reads_the_panel_and_loses_it_when_the_record_system_ends_it()
    {
        await using var visitor = await portal.SignedInAsync("provider-2");
        var page = visitor.Page;
        await page.GotoAsync("members");
        await Assertions.Expect(page.GetByTestId("person")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("person")).ToContainTextAsync("Margie");
        await page.GetByTestId("choose-person").ClickAsync();
        await Assertions.Expect(page.Locator("[data-category=Results][data-allowed=true]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-category=Messages][data-allowed=false]")).ToContainTextAsync("no role of this account may see it");
        await page.GetByTestId("open-record").ClickAsync();
        await Assertions.Expect(page.GetByTestId("record-whose")).ToContainTextAsync("Margie");
        await Assertions.Expect(page.GetByTestId("need-ends")).ToContainTextAsync("Ends in");
        await page.GetByTestId("part-care").ClickAsync();
        await visitor.ShownAsync();
        await Assertions.Expect(page.GetByTestId("conditions-count")).ToHaveTextAsync("10");
        Assert.DoesNotContain(Margie, page.Url, StringComparison.Ordinal);

        await portal.EndCareTeamAsync();
        var since = Stopwatch.StartNew();
        await Assertions.Expect(page.Locator("[data-record]")).ToHaveCountAsync(0);
        // a panel is asked for again every second here
        Report("the care team ended in the record system", since, TwoSeconds + TimeSpan.FromSeconds(1));
        await Assertions.Expect(page.GetByTestId("section-withdrawn").First).ToContainTextAsync("there is no need for it that is live now");
        await Assertions.Expect(page.GetByTestId("need-over")).ToBeVisibleAsync();
        await page.GetByTestId("close-record").ClickAsync();
        await Assertions.Expect(page.GetByTestId("people-none")).ToBeVisibleAsync();
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task A_claims_examiners_case_closes_under_the_open_page()
    {
        await using var visitor = await portal.SignedInAsync("examiner-1");
        var page = visitor.Page;
        await page.GotoAsync("cases");
        await Assertions.Expect(page.GetByTestId("cases-none")).ToBeVisibleAsync();
        await SearchAsync(page, Margie, MargieBorn);
        await page.GetByTestId("case-open").ClickAsync();
        await Assertions.Expect(page.GetByTestId("case-whose")).ToContainTextAsync("Margie");
        await page.GetByTestId("case-open-record").ClickAsync();
        await page.GetByTestId("open-record").ClickAsync();
        await page.GetByTestId("part-claims").ClickAsync();
        await Assertions.Expect(page.GetByTestId("claims-count")).ToHaveTextAsync("58 claims");

        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync("cases");
        await other.GetByTestId("case-close").ClickAsync();
        await other.GetByTestId("case-close-sure").ClickAsync();
        var since = Stopwatch.StartNew();
        await Assertions.Expect(page.Locator("[data-record]")).ToHaveCountAsync(0);
        Report("the case closed", since);
        await Assertions.Expect(page.GetByTestId("section-withdrawn")).ToContainTextAsync("there is no need for it that is live now");
        await Assertions.Expect(other.GetByTestId("cases-none")).ToBeVisibleAsync();
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task Swapped_identifiers_and_strangers_are_refused_alike_and_written_down()
    {
        await using var visitor = await portal.SignedInAsync("support-1");
        var page = visitor.Page;
        await page.GotoAsync("cases");
        await SearchAsync(page, Margie, MargieBorn);
        await page.GetByTestId("case-open").ClickAsync();
        await Assertions.Expect(page.GetByTestId("case")).ToHaveCountAsync(1);
        await page.GotoAsync("members");
        var before = portal.Store.AuditRowsOf("MemberSearched");
        var said = new List<string>();
        foreach (var (number, born) in new[] { (Margie, CarrollBorn), (Carroll, MargieBorn), (Carroll, CarrollBorn), ("no-such-number", MargieBorn) })
        {
            await SearchAsync(page, number, born);
            said.Add(await page.GetByTestId("find-answer").InnerTextAsync());
            Assert.Equal("", await page.GetByTestId("find-number").InputValueAsync());
        }
        Assert.Single(said.Distinct());
        Assert.Equal(before + 4, portal.Store.AuditRowsOf("MemberSearched"));
        Assert.DoesNotContain(Carroll, portal.Portal.Log, StringComparison.Ordinal);

        await SearchAsync(page, Margie, MargieBorn);
        await page.GetByTestId("open-record").ClickAsync();
        await page.GetByTestId("part-claims").ClickAsync();
        Assert.Equal(0, await page.GetByTestId("claims-count").CountAsync());
        await page.GetByTestId("reveal-reason").SelectOptionAsync("MemberAsks");
        await page.GetByTestId("reveal").ClickAsync();
        await Assertions.Expect(page.GetByTestId("section-limited")).ToBeVisibleAsync();
        Assert.Equal(1, portal.Store.AuditRowsOf("PartRevealed"));
        await Assertions.Expect(page.GetByTestId("part-care")).ToHaveCountAsync(0);

        // a relative's record, as it turns out
        portal.Store.Relate("support-1", Margie);
        var since = Stopwatch.StartNew();
        await Assertions.Expect(page.Locator("[data-record]")).ToHaveCountAsync(0);
        Report("a relative was declared", since);
        await Assertions.Expect(page.GetByTestId("section-withdrawn")).ToContainTextAsync("nobody opens their own, a colleague's or a relative's record at work");
        await page.GotoAsync("cases");
        await SearchAsync(page, Margie, MargieBorn);
        await page.GetByTestId("case-open").ClickAsync();
        await Assertions.Expect(page.GetByTestId("case-refused")).ToContainTextAsync("nobody opens their own, a colleague's or a relative's record");
        Assert.Empty(visitor.Watch.Complaints);
    }

    private static async Task SearchAsync(IPage page, string number, string born)
    {
        await page.GetByTestId("find-number").FillAsync(number);
        await page.GetByTestId("find-born").FillAsync(born);
        await page.GetByTestId("find").ClickAsync();
        // what was typed goes at once, the answer comes when the record system has given one
        while (await page.GetByTestId("find-busy").CountAsync() > 0 || (await page.GetByTestId("find-number").EvaluateAllAsync<string[]>("all => all.map(one => one.value)")).Any(left => left != ""))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private void Report(string what, Stopwatch since, TimeSpan? most = null)
    {
        output.WriteLine($"{what}: the screen was empty after {since.ElapsedMilliseconds} ms");
        Assert.True(since.Elapsed < (most ?? TwoSeconds), $"{what}: {since.Elapsed}");
    }
}
