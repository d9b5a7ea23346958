using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Passwords;

/// <summary>A portal and browsers for one journey: an account signed in at several places at once, and how fast each of them is out.</summary>
internal sealed class TwoBrowsers : IAsyncDisposable
{
    internal static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private readonly PortalFolder folder;
    private readonly Browsers browsers;

    private TwoBrowsers(PortalFolder folder, PortalProcess portal, Browsers browsers) => (this.folder, Portal, this.browsers) = (folder, portal, browsers);

    internal PortalProcess Portal { get; }

    internal static async Task<TwoBrowsers> StartAsync(params string[] settings)
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var folder = new PortalFolder();
        return new TwoBrowsers(folder, await PortalProcess.StartAsync(folder, TestContext.Current.CancellationToken, settings), await Browsers.StartAsync());
    }

    internal Task<PortalVisitor> VisitorAsync() => browsers.VisitorAsync(Portal);

    /// <summary>Signed in for the first time, on the overview.</summary>
    internal async Task<PortalVisitor> FirstAsync(string account)
    {
        var visitor = await VisitorAsync();
        await visitor.SignInFirstAsync(Portal.Account(account));
        return visitor;
    }

    /// <summary>Signed in again elsewhere, looking at the claims.</summary>
    internal async Task<PortalVisitor> ElsewhereAsync(string account, string password = PortalVisitor.PersonalPassword)
    {
        var visitor = await VisitorAsync();
        await visitor.SignInAsync(account, password);
        await visitor.GoToAsync("/records/claims");
        return visitor;
    }

    /// <summary>Acts, and measures from the press of the button until none of the others shows anything of a record.</summary>
    internal static async Task<TimeSpan> OutAfterAsync(ILocator button, params PortalVisitor[] others)
    {
        var clock = new Stopwatch();
        var gone = others.Select(async other =>
        {
            await other.Page.Locator("[data-record], [data-testid=held-now]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            return clock.Elapsed;
        }).ToList();
        await button.HoverAsync();
        clock.Start();
        await button.ClickAsync();
        return (await Task.WhenAll(gone)).Max();
    }

    /// <summary>
    /// The same, counted from the moment at which the page says that it is done: passwords are hashed first, on purpose slowly, and nothing has changed
    /// until then.
    /// </summary>
    internal static async Task<(TimeSpan AfterPressing, TimeSpan AfterDone)> OutAfterAsync(ILocator button, ILocator done, params PortalVisitor[] others)
    {
        var since = Stopwatch.StartNew();
        var told = TellAsync();
        var after = await OutAfterAsync(button, others);
        var left = since.Elapsed;
        return (after, left - await told is { } late && late > TimeSpan.Zero ? late : TimeSpan.Zero);

        async Task<TimeSpan> TellAsync()
        {
            await done.WaitForAsync();
            return since.Elapsed;
        }
    }

    /// <summary>Neither the page nor its cookie opens anything any more.</summary>
    internal static async Task IsOutAsync(PortalVisitor other)
    {
        await other.Page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
        await other.Page.GotoAsync("records");
        Assert.Contains("/sign-in", other.Page.Url, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await browsers.DisposeAsync();
        await Portal.DisposeAsync();
        folder.Dispose();
    }
}
