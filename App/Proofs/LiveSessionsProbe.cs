using Microsoft.EntityFrameworkCore;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Proofs;

/// <summary>Open pages against the store: none belongs to a session that has ended.</summary>
internal sealed class LeftProbe(LiveCircuits circuits, IDbContextFactory<PortalDb> stores) : IProbe
{
    public ProbeName Name => ProbeName.Left;

    public string Clause => Clauses.ExitAnytime;

    public Task<Measured> MeasureAsync(CancellationToken cancel) => LiveSessions.WithoutAsync(circuits, stores, session => session.EndedAt == null, cancel);
}

/// <summary>Open pages against the store: each belongs to a session that stayed under the version of the statement that is in force.</summary>
internal sealed class StayedProbe(LiveCircuits circuits, IDbContextFactory<PortalDb> stores, StatementVersions statement) : IProbe
{
    public ProbeName Name => ProbeName.Stayed;

    public string Clause => Clauses.StayingIsConsent;

    public Task<Measured> MeasureAsync(CancellationToken cancel) =>
        LiveSessions.WithoutAsync(circuits, stores, session => session.StatementVersion == statement.Current.Id, cancel);
}

internal static class LiveSessions
{
    // what the sweep of sessions needs to notice
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(6);

    /// <summary>How many pages are open, and how many of them in a session that is not as it has to be, now and after the sweep.</summary>
    internal static async Task<Measured> WithoutAsync(LiveCircuits circuits, IDbContextFactory<PortalDb> stores, Func<SessionRow, bool> fits, CancellationToken cancel)
    {
        var unfit = await UnfitAsync();
        if (unfit.Count > 0)
        {
            await Task.Delay(Settle, TimeProvider.System, cancel);
            unfit.IntersectWith(await UnfitAsync());
        }
        return new(unfit.Count == 0 ? ProofState.Kept : ProofState.NotKept, circuits.Count, unfit.Count);

        async Task<HashSet<string>> UnfitAsync()
        {
            var live = circuits.SessionIds;
            await using var db = await stores.CreateDbContextAsync(cancel);
            var rows = await db.Sessions.AsNoTracking().Where(session => live.Contains(session.Id)).ToListAsync(cancel);
            return [.. live.Except(rows.Where(fits).Select(session => session.Id))];
        }
    }
}
