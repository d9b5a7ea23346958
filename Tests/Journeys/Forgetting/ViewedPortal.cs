using System.Diagnostics;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>
/// A portal whose members have canaries for records, a browser for them, and a witness: another member whose live page has to go on working whatever
/// the portal does to forget the others.
/// </summary>
public sealed class ViewedPortal : IAsyncLifetime
{
    private static readonly string[] Members = ["member-2", "member-3", "member-4", "member-5", "member-6", "member-7", "member-8", "member-9"];

    private readonly Dictionary<string, Canary> canaries = Members.ToDictionary(member => member, _ => Canary.New());
    private readonly Dictionary<string, Canary> plans = Members.ToDictionary(member => member, _ => Canary.New());
    private readonly string[] settings;
    private readonly Dictionary<string, Task<PortalVisitor>> viewing = [];
    private Browsers? silent;
    private Browsers? dying;

    public ViewedPortal() : this([]) { }

    internal ViewedPortal(params string[] settings) => this.settings = settings;

    internal static string? WhyNot => MemoryScan.WhyNot ?? Browsers.WhyNot;

    internal PortalFolder Folder { get; } = new();

    internal PortalProcess Portal { get; private set; } = null!;

    internal Browsers Browsers { get; private set; } = null!;

    internal PortalVisitor Witness { get; private set; } = null!;

    internal Canary CanaryOf(string member) => canaries[member];

    internal PortalStore Store => new(Folder);

    /// <summary>A member whose browser stands still since the start: what the memory held of the record then, and how long until it held nothing.</summary>
    internal Task<(MemoryFindings Viewing, TimeSpan Forgotten)> Silent { get; private set; } = null!;

    /// <summary>What stands on the page of the member's plan, and nowhere else.</summary>
    internal Canary PlanOf(string member) => plans[member];

    internal IEnumerable<Canary> Canaries => [.. canaries.Values, .. plans.Values];

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        await StartAsync();
        Silent = await FallSilentAsync("member-8", TestContext.Current.CancellationToken);
        dying = await Browsers.StartAsync();
        // all members look at their records at the same time; each test then ends one
        foreach (var member in Members.Where(member => member != "member-8"))
            viewing[member] = ViewAsync(member, member == "member-6" ? dying : null);
        await Task.WhenAll(viewing.Values);
    }

    internal async Task StartAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var bundle = Folder.Write("canaries.json", CanaryRecord.Bundle(canaries.Select(pair => (SampleMembers.PatientOf(pair.Key), pair.Value, plans[pair.Key]))).ToJsonString());
        await Folder.ImportAsync([PortalFolder.Sample("synthea/carroll-ohara.json"), bundle], cancel);
        File.Delete(bundle);
        Portal = await PortalProcess.StartAsync(Folder, cancel, ["--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:PrivacyPortal", "Trace", .. settings]);
        Browsers = await Browsers.StartAsync();
        Witness = await Browsers.VisitorAsync(Portal);
        await Witness.SignInFirstAsync(Portal.Account("member-1"));
        await Witness.GoToAsync("/records/claims");
    }

    /// <summary>The browser of member-6, which is to die.</summary>
    internal Browsers Dying => dying!;

    /// <summary>The member, who is looking at the claims.</summary>
    internal Task<PortalVisitor> Viewing(string member) => viewing[member];

    /// <summary>The member signs in and looks at every page of the record, types a canary, and stays on the claims.</summary>
    internal async Task<PortalVisitor> ViewAsync(string member, Browsers? own = null)
    {
        var visitor = await (own ?? Browsers).VisitorAsync(Portal);
        await visitor.SignInFirstAsync(Portal.Account(member), $"{PortalVisitor.PersonalPassword} {CanaryOf(member).First}");
        foreach (var page in (string[])["/records/coverage", "/records/care", "/records/medications", "/records/results", "/records/claims"])
        {
            await visitor.GoToAsync(page);
            await Microsoft.Playwright.Assertions.Expect(visitor.Page.Locator("#content")).ToContainTextAsync((page == "/records/coverage" ? PlanOf(member) : CanaryOf(member)).Word);
        }
        await visitor.Page.GetByTestId("claims-text").PressSequentiallyAsync(CanaryOf(member).First);
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.GetByTestId("claims-count")).ToContainTextAsync("of 60");
        return visitor;
    }

    internal MemoryFindings Scan(params Canary[] searched) => MemoryScan.Of(Portal.Id, searched);

    private async Task<Task<(MemoryFindings Viewing, TimeSpan Forgotten)>> FallSilentAsync(string member, CancellationToken cancel)
    {
        silent = await Browsers.StartAsync();
        await ViewAsync(member, silent);
        var viewing = Scan(CanaryOf(member), PlanOf(member));
        silent.Freeze();
        var clock = Stopwatch.StartNew();
        return Task.Run(async () =>
        {
            // there are two minutes; whoever asks decides whether it was soon enough
            while (Scan(CanaryOf(member), PlanOf(member)).Total > 0 && clock.Elapsed < TimeSpan.FromMinutes(2))
                await Task.Delay(TimeSpan.FromSeconds(clock.Elapsed.TotalSeconds < 25 ? 5 : 2), cancel);
            return (viewing, clock.Elapsed);
        }, cancel);
    }

    /// <summary>The witness opens a claim and closes it: a page that works answers both.</summary>
    internal async Task WitnessStillWorksAsync()
    {
        var detail = Witness.Page.GetByTestId("claim-detail");
        await Witness.Page.GetByTestId("claim-open").First.ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(detail).ToBeVisibleAsync();
        await Witness.Page.Locator("tr.open [data-testid=claim-open]").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(detail).ToBeHiddenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browsers in (Browsers?[])[silent, dying, Browsers])
        {
            if (browsers is not null)
                await browsers.DisposeAsync();
        }
        if (Portal is not null)
            await Portal.DisposeAsync();
        Folder.Dispose();
    }
}
