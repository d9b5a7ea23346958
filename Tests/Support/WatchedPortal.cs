using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.Tests.Support;

/// <summary>A portal on a machine without weaknesses, of which a test asks what its live statement says a minute later.</summary>
internal static class WatchedPortal
{
    internal const string Mark = "Quagganook-Zebrafinch";

    internal static Task<PortalHost> StartAsync(Action<IServiceCollection>? broken = null) =>
        PortalHost.StartAsync(new Dictionary<string, string?> { ["Canary:Marks:0"] = Mark }, services =>
        {
            services.AddSingleton(new ForgettingState([]));
            services.AddSingleton(provider => new SearchedFolders([provider.GetRequiredService<FolderOfTest>().Path]));
            services.AddSingleton(new FolderOfTest());
            broken?.Invoke(services);
        });

    /// <summary>The clauses that are red within a minute.</summary>
    internal static async Task<IReadOnlyList<string>> RedAsync(this PortalHost portal)
    {
        var board = await portal.MeasuredAsync();
        return [.. board.Latest.Where(proof => proof.State == ProofState.NotKept).Select(proof => proof.Clause).Distinct()];
    }

    internal static async Task<ProofBoard> MeasuredAsync(this PortalHost portal)
    {
        // one page was answered, so that there is something to measure
        using var visitor = portal.NewBrowser();
        await visitor.ReadAsync("/contact");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var board = portal.Services.GetRequiredService<ProofBoard>();
        await board.MeasureAsync(TestContext.Current.CancellationToken);
        return board;
    }
}

/// <summary>Where a test may write a mark; not the temporary folder of the whole machine.</summary>
internal sealed class FolderOfTest : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    public void Dispose() => folder.Dispose();
}
