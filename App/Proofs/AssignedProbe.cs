using Microsoft.EntityFrameworkCore;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Proofs;

/// <summary>Open pages against the store: none belongs to somebody whose password is still the assigned one (C3).</summary>
internal sealed class AssignedProbe(LiveCircuits circuits, IDbContextFactory<PortalDb> stores) : IProbe
{
    public ProbeName Name => ProbeName.Assigned;

    public string Clause => Clauses.AssignedFirst;

    public Task<Measured> MeasureAsync(CancellationToken cancel) => LiveSessions.WithoutAsync(
        circuits, stores, db => db.Sessions.Where(session => db.Users.Any(account => account.Id == session.AccountId && account.PasswordState != PasswordState.Assigned)), cancel);
}
