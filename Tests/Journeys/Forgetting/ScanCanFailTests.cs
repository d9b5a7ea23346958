using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>The proof that the scan can fail: the same portal, told not to scrub, keeps hundreds of fragments long after the tab was closed.</summary>
[Trait("clause", "C12")]
public sealed class ScanCanFailTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Without_the_scrub_the_scan_finds_hundreds_after_the_bound()
    {
        Assert.SkipUnless(ViewedPortal.WhyNot is null, ViewedPortal.WhyNot ?? "");
        await using var viewed = new ViewedPortal("--Forgetting:Scrub", "false");
        await viewed.StartAsync();
        await using (var visitor = await viewed.ViewAsync("member-5"))
            await visitor.Page.CloseAsync(new() { RunBeforeUnload = true });
        await Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var left = viewed.Scan(viewed.CanaryOf("member-5"), viewed.PlanOf("member-5"));
        output.WriteLine($"Without the scrub, 30 s after the tab was closed: {left}");
        Assert.True(left.Total > 300, $"Only {left}");
    }
}
