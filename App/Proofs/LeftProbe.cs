using Microsoft.EntityFrameworkCore;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Proofs;

/// <summary>Open pages against the store: none belongs to a session that has ended.</summary>
internal sealed class LeftProbe(LiveCircuits circuits, IDbContextFactory<PortalDb> stores) : IProbe
{
    public ProbeName Name => ProbeName.Left;

    public string Clause => Clauses.ExitAnytime;

    public Task<Measured> MeasureAsync(CancellationToken cancel) => LiveSessions.WithoutAsync(circuits, stores, db => db.Sessions.Where(session => session.EndedAt == null), cancel);
}
