using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>
/// C12: what a member viewed is nowhere in the memory of the web server within the published bound of leaving it, however it was left - and another
/// member's live page goes on working. Each test looks at the memory while the member is viewing first: a scan that finds nothing then proves nothing.
/// </summary>
[Trait("clause", "C12")]
public sealed class ForgettingTests(ViewedPortal viewed, ITestOutputHelper output) : IClassFixture<ViewedPortal>
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    // how long the server waits for a browser of which nothing is heard: docs/forgetting.md
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Leaving_a_page_for_another_forgets_it_while_the_circuit_lives_on()
    {
        Skip();
        await using var visitor = await viewed.Viewing("member-2");
        await ForgottenAsync(visitor, [viewed.CanaryOf("member-2")], () => visitor.GoToAsync("/records/coverage"));
        Assert.True(viewed.Scan(viewed.PlanOf("member-2")).Total > 0, "The page that is being viewed has to be in memory.");
        await visitor.GoToAsync("/records/claims"); // the circuit has lived on
    }

    [Fact]
    public Task Signing_out() => EndsAsync("member-3", async visitor =>
    {
        await visitor.Page.GetByTestId("sign-out").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/sign-in");
    });

    [Fact]
    public Task Exit() => EndsAsync("member-4", async visitor =>
    {
        await visitor.Page.GetByTestId("exit").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("exit-receipt")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Closing_the_tab() => EndsAsync("member-5", visitor => visitor.Page.CloseAsync(new() { RunBeforeUnload = true }));

    [Fact]
    public Task The_browser_dies() => EndsAsync("member-6", _ =>
    {
        viewed.Dying.Kill();
        return Task.CompletedTask;
    });

    [Fact]
    public async Task The_network_goes_silent()
    {
        Skip();
        var (viewing, last) = await viewed.Silent;
        AssertSees(viewing);
        Assert.True(last < Silence + Bound, $"Still there {last.TotalSeconds:F0} s after the network went silent");
        output.WriteLine($"Last seen {last.TotalSeconds:F1} s after the network went silent");
    }

    [Fact]
    public Task The_session_is_revoked_elsewhere() => EndsAsync("member-7", _ =>
    {
        viewed.Store.EndSessionsOf("member-7");
        return Task.CompletedTask;
    });

    [Fact]
    public Task Nothing_is_done_for_too_long() => EndsAsync("member-9", _ =>
    {
        viewed.Store.LetSessionsIdleOf("member-9", TimeSpan.FromMinutes(11));
        return Task.CompletedTask;
    });

    [Fact]
    [Trait("clause", "C11")]
    public async Task Nothing_viewed_or_typed_is_in_a_file_or_a_log()
    {
        Skip();
        await viewed.Silent; // one at least has looked at everything
        var canaries = viewed.Canaries.ToList();
        Assert.True(DiskScan.Of(viewed.Folder.RecordSystemFiles, canaries).Count > 0, "The record system's own file has to have them, or the search proves nothing.");
        Assert.Empty(DiskScan.Of(viewed.Folder.PortalFiles, canaries));
        var (searched, holding) = DiskScan.OfHeldOpen(viewed.Portal.Id, viewed.Folder.RecordSystemFiles, canaries);
        Assert.True(searched > 0, "The portal has its store open, or the search proves nothing.");
        Assert.Empty(holding);
        Assert.Contains("trce: ", viewed.Portal.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(canaries, canary => viewed.Portal.Log.Contains(canary.First, StringComparison.Ordinal) || viewed.Portal.Log.Contains(canary.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_circuit_is_not_put_aside_when_the_browser_asks_and_is_decided_anew_when_it_returns()
    {
        Skip();
        var page = viewed.Witness.Page;
        var audited = viewed.Store.AuditRows();
        await page.EvaluateAsync("() => Blazor._internal.forceCloseConnection()");
        await Until(() => viewed.Store.AuditRows() > audited, "The record came back without a new decision.");
        await Assertions.Expect(page.GetByTestId("claim-row").First).ToBeVisibleAsync();
        await viewed.WitnessStillWorksAsync();

        // A page that was connected anew takes itself for paused already and asks the server nothing: only a fresh one asks.
        await page.ReloadAsync();
        await viewed.WitnessStillWorksAsync();

        // Pausing would have the server hand the circuit's state to a store or to the browser. It is refused, and the connection with it.
        Assert.False(await page.EvaluateAsync<bool>("() => Blazor.pauseCircuit().then(paused => paused === true, () => false)"));
        await Assertions.Expect(page.GetByTestId("connection-lost")).ToBeVisibleAsync();
        Assert.Equal("", string.Concat(await page.Locator("[data-record]").AllInnerTextsAsync()).Trim());
        Assert.False(await page.EvaluateAsync<bool>("() => Blazor.resumeCircuit().then(resumed => resumed === true, () => false)"));
        await page.ReloadAsync();
        await viewed.WitnessStillWorksAsync();
    }

    private static async Task Until(Func<bool> holds, string otherwise)
    {
        for (var patience = Stopwatch.StartNew(); !holds(); await Task.Delay(200, TestContext.Current.CancellationToken))
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), otherwise);
    }

    private async Task EndsAsync(string member, Func<PortalVisitor, Task> end)
    {
        Skip();
        var visitor = await viewed.Viewing(member);
        await ForgottenAsync(visitor, [viewed.CanaryOf(member), viewed.PlanOf(member)], () => end(visitor));
    }

    private async Task ForgottenAsync(PortalVisitor visitor, Canary[] canaries, Func<Task> leave)
    {
        await visitor.LookAgainAsync();
        var viewing = viewed.Scan(canaries);
        AssertSees(viewing);
        await leave();
        var (clock, zeros, first) = (Stopwatch.StartNew(), 0, TimeSpan.Zero);
        for (; zeros < 2; await Task.Delay(500, TestContext.Current.CancellationToken))
        {
            var at = clock.Elapsed;
            var left = viewed.Scan(canaries);
            zeros = left.Total == 0 ? zeros + 1 : 0;
            first = zeros == 1 ? at : first;
            Assert.True(zeros > 0 || at < Bound, $"After {at.TotalSeconds:F1} s there is still: {left}");
        }
        output.WriteLine($"Forgotten after {first.TotalSeconds:F1} s; while viewing {viewing.In("UTF-8")} fragments in UTF-8 and {viewing.In("UTF-16")} in UTF-16");
        await viewed.WitnessStillWorksAsync();
    }

    private static void AssertSees(MemoryFindings viewing) =>
        Assert.True(viewing.In("UTF-8") > 100 && viewing.In("UTF-16") > 100, $"While viewing the scan must find hundreds, or it proves nothing: {viewing}");

    private static void Skip() => Assert.SkipUnless(ViewedPortal.WhyNot is null, ViewedPortal.WhyNot ?? "");
}
