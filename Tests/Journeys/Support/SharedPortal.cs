using PrivacyPortal.Journeys.Support;

[assembly: AssemblyFixture(typeof(SharedPortal))]

namespace PrivacyPortal.Journeys.Support;

/// <summary>One portal in evaluation mode with its sample people, and one browser program, for all journeys that leave both as they were. Started when the first asks.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    private readonly SemaphoreSlim starting = new(1);
    private readonly HashSet<string> personal = [];

    internal PortalFolder Folder { get; } = new();

    internal PortalProcess Portal { get; private set; } = null!;

    internal Browsers Browsers { get; private set; } = null!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Someone at a browser of their own, not signed in.</summary>
    internal async Task<PortalVisitor> VisitorAsync(BrowserLook? look = null)
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        await StartAsync();
        return await Browsers.VisitorAsync(Portal, look);
    }

    /// <summary>An evaluation account, signed in with its personal password, in a live circuit on the overview.</summary>
    internal async Task<PortalVisitor> SignedInAsync(string userName, BrowserLook? look = null)
    {
        var visitor = await VisitorAsync(look);
        if (personal.Add(userName))
            await visitor.SignInFirstAsync(Portal.Account(userName));
        else
            await visitor.SignInAgainAsync(userName);
        return visitor;
    }

    /// <summary>A new account, made at the command line while the portal runs.</summary>
    internal async Task<PortalAccount> NewAccountAsync(string userName, string patient)
    {
        await StartAsync();
        return await PortalCommand.CreateAccountAsync(Folder, userName, patient, TestContext.Current.CancellationToken);
    }

    internal async Task StartAsync()
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Portal ??= await PortalProcess.StartAsync(Folder, TestContext.Current.CancellationToken);
            Browsers ??= await Browsers.StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Browsers is not null)
            await Browsers.DisposeAsync();
        if (Portal is not null)
            await Portal.DisposeAsync();
        Folder.Dispose();
        starting.Dispose();
    }
}
