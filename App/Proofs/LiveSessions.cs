using Microsoft.EntityFrameworkCore;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Proofs;

/// <summary>The sessions of the open pages, compared with what the store says of them.</summary>
internal static class LiveSessions
{
    // what the sweep of sessions needs to notice
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(6);

    /// <summary>How many pages are open, and how many sessions of theirs are not among the fitting ones, now and after the sweep.</summary>
    internal static async Task<Measured> WithoutAsync(LiveCircuits circuits, IDbContextFactory<PortalDb> stores, Func<PortalDb, IQueryable<SessionRow>> fitting, CancellationToken cancel)
    {
        var unfit = await UnfitAsync();
        if (unfit.Count > 0)
        {
            await Task.Delay(Settle, TimeProvider.System, cancel);
            unfit.IntersectWith(await UnfitAsync());
        }
        return Measured.Kept(unfit.Count == 0, circuits.Count, unfit.Count);

        async Task<HashSet<string>> UnfitAsync()
        {
            var live = circuits.SessionIds;
            await using var db = await stores.CreateDbContextAsync(cancel);
            return [.. live.Except(await fitting(db).Select(session => session.Id).Where(id => live.Contains(id)).ToListAsync(cancel))];
        }
    }
}
