using Microsoft.EntityFrameworkCore;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Proofs;

/// <summary>Open pages against the store: each belongs to a session that stayed under the version of the statement that is in force.</summary>
internal sealed class StayedProbe(LiveCircuits circuits, IDbContextFactory<PortalDb> stores, StatementVersions statement) : IProbe
{
    public ProbeName Name => ProbeName.Stayed;

    public string Clause => Clauses.StayingIsConsent;

    public Task<Measured> MeasureAsync(CancellationToken cancel) =>
        LiveSessions.WithoutAsync(
        circuits, stores, db => db.Sessions.Where(session => session.StatementVersion == statement.Current.Id), cancel);
}
