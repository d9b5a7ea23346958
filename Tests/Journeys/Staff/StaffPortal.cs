using System.Text.Json.Nodes;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Staff;

/// <summary>A portal of its own for people at work: only care teams make a panel.</summary>
public sealed class StaffPortal : IAsyncLifetime
{
    private const string Sample = "synthea/margie-hettinger.json";

    internal PortalFolder Folder { get; } = new();

    internal PortalProcess Portal { get; private set; } = null!;

    internal Browsers Browsers { get; private set; } = null!;

    internal PortalStore Store => new(Folder);

    public async ValueTask InitializeAsync()
    {
        if (Browsers.WhyNot is not null)
            return;
        string[] settings = [.. PortalProcess.Patience, "--Panel:RecentClaimDays", "0"];
        Portal = await PortalProcess.StartAsync(Folder, TestContext.Current.CancellationToken, settings);
        Browsers = await Browsers.StartAsync();
    }

    /// <summary>Someone at work, signed in for the first time: with a password of their own and a second factor.</summary>
    internal async Task<PortalVisitor> SignedInAsync(string userName)
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var visitor = await Browsers.VisitorAsync(Portal);
        await visitor.SignInFirstAtWorkAsync(Portal.Account(userName));
        return visitor;
    }

    /// <summary>The record system says that the care team of the sample member is no more.</summary>
    internal async Task EndCareTeamAsync()
    {
        var bundle = JsonNode.Parse(await File.ReadAllTextAsync(PortalFolder.Sample(Sample), TestContext.Current.CancellationToken))!;
        foreach (var entry in bundle["entry"]!.AsArray())
        {
            if (entry!["resource"]!["resourceType"]!.GetValue<string>() == "CareTeam")
                entry["resource"]!["status"] = "inactive";
        }
        await Folder.ImportAsync([Folder.Write("changed.json", bundle.ToJsonString())], TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browsers is not null)
            await Browsers.DisposeAsync();
        if (Portal is not null)
            await Portal.DisposeAsync();
        Folder.Dispose();
    }
}
