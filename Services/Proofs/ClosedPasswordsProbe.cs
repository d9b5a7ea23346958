using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Proofs;

/// <summary>A password that was closed because someone may know it opens nothing: no hash of it is left, and no session of its account goes on (C8).</summary>
internal sealed class ClosedPasswordsProbe(IDbContextFactory<PortalDb> stores) : IProbe
{
    public ProbeName Name => ProbeName.ClosedPasswords;

    public string Clause => Clauses.CompromisedAtOnce;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        await using var db = await stores.CreateDbContextAsync(cancel);
        var closed = db.Users.Where(account => account.PasswordState == PasswordState.Closed);
        var open = await closed.LongCountAsync(account => account.PasswordHash != null, cancel)
            + await db.Sessions.LongCountAsync(session => session.EndedAt == null && closed.Any(account => account.Id == session.AccountId && account.SecurityStamp == session.Stamp), cancel);
        return Measured.Kept(open == 0, await closed.LongCountAsync(cancel), open);
    }
}
