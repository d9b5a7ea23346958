using Microsoft.EntityFrameworkCore;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Proofs;

/// <summary>Open pages against the store: none belongs to a session that began with a password that has been changed since (C4).</summary>
internal sealed class OutlivedProbe(LiveCircuits circuits, IDbContextFactory<PortalDb> stores) : IProbe
{
    public ProbeName Name => ProbeName.Outlived;

    public string Clause => Clauses.ChangeInTheApp;

    public Task<Measured> MeasureAsync(CancellationToken cancel) => LiveSessions.WithoutAsync(
        circuits, stores, db => db.Sessions.Where(session => db.Users.Any(account => account.Id == session.AccountId && account.SecurityStamp == session.Stamp)), cancel);
}
