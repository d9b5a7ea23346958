using System.Globalization;
using Microsoft.Playwright;

namespace PrivacyPortal.Journeys.Support;

/// <summary>Real Chromium browsers, started and ended by the test. Each can be killed or frozen like a machine that lost its power or its network.</summary>
internal sealed class Browsers : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly string mark = $"--journey={Guid.NewGuid():N}";

    private Browsers(IPlaywright playwright) => this.playwright = playwright;

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>Why no browser can be started here; null when one can.</summary>
    internal static string? WhyNot => File.Exists(Chromium) ? null : $"Skipped: {Chromium} is not there.";

    internal static async Task<Browsers> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000); // the machine may be busy with other journeys
        var browsers = new Browsers(await Playwright.CreateAsync());
        browsers.Browser = await browsers.playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", browsers.mark],
        });
        return browsers;
    }

    /// <summary>Someone at a browser of their own: no cookie, no cache, nothing shared with the others.</summary>
    internal Task<PortalVisitor> VisitorAsync(PortalProcess portal, BrowserLook? look = null) => VisitorAsync(portal.Address, look);

    /// <summary>The same at an address in front of several portals.</summary>
    internal async Task<PortalVisitor> VisitorAsync(Uri address, BrowserLook? look = null)
    {
        look ??= BrowserLook.Usual;
        var context = await Browser.NewContextAsync(new()
        {
            IgnoreHTTPSErrors = true,
            BaseURL = address.AbsoluteUri,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var watch = new PageWatch(context);
        return new PortalVisitor(context, await context.NewPageAsync(), watch);
    }

    /// <summary>The browser dies without a word.</summary>
    internal void Kill() => Signals.Send(Signals.KillAtOnce, Processes());

    /// <summary>The browser stands still: its connections stay open and nothing more is heard of it.</summary>
    internal void Freeze() => Signals.Send(Signals.Freeze, Processes());

    public async ValueTask DisposeAsync()
    {
        if (Processes() is { Count: > 0 } left)
            Signals.Send(Signals.KillAtOnce, left);
        await Browser.CloseAsync();
        playwright.Dispose();
    }

    /// <summary>The marked process of this browser and everything below it.</summary>
    private List<int> Processes()
    {
        var parents = new Dictionary<int, int>();
        var ours = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id))
                continue;
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                parents[id] = int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
                if (File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(mark, StringComparison.Ordinal))
                    ours.Add(id);
            }
            catch (IOException)
            {
                // it has ended meanwhile
            }
        }
        for (var i = 0; i < ours.Count; i++)
            ours.AddRange(parents.Where(pair => pair.Value == ours[i] && !ours.Contains(pair.Key)).Select(pair => pair.Key));
        return ours;
    }
}
