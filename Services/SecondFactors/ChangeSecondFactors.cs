using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>Removes and renames second factors and makes new recovery codes: with a fresh password only, with an audit row and a notice each. Every other session ends.</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class ChangeSecondFactors(IDbContextFactory<PortalDb> store, FreshProof fresh, SessionAfterProof proof, IVitalNotices notices, TimeProvider clock)
{
    /// <summary>The last one of an account whose role needs one stays: add another first. With a member's last one the recovery codes go too.</summary>
    public Task<SecondFactorRefusal?> RemoveAsync(string sessionId, string factorId, CancellationToken cancel) =>
        ChangeAsync(sessionId, AuditAct.SecondFactorRemoved, async (db, session) =>
        {
            var factors = await db.SecondFactors.Where(row => row.AccountId == session.AccountId).ToListAsync(cancel);
            if (factors.SingleOrDefault(row => row.Id == factorId) is not { } factor)
                return SecondFactorRefusal.NotThere;
            if (factors.Count > 1)
            {
                db.SecondFactors.Remove(factor);
                return null;
            }
            var roles = await db.RoleGrants.Where(grant => grant.AccountId == session.AccountId).Select(grant => grant.Role).ToListAsync(cancel);
            if (OwedSecondFactor.IsNeededBy(roles.ToHashSet()))
                return SecondFactorRefusal.LastOneNeeded;
            await ForgetFactors.OfAsync(db, session.AccountId, cancel);
            return null;
        }, cancel);

    public Task<SecondFactorRefusal?> RenameAsync(string sessionId, string factorId, SecondFactorPlace place, CancellationToken cancel) =>
        ChangeAsync(sessionId, AuditAct.SecondFactorRenamed, async (db, session) =>
        {
            if (await db.SecondFactors.SingleOrDefaultAsync(row => row.Id == factorId && row.AccountId == session.AccountId, cancel) is not { } factor)
                return SecondFactorRefusal.NotThere;
            factor.Place = place;
            return null;
        }, cancel);

    /// <summary>Ten new recovery codes, shown this once; the old ones stop working.</summary>
    public async Task<(IReadOnlyList<string> Codes, SecondFactorRefusal? Refusal)> NewRecoveryCodesAsync(string sessionId, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        var why = await ChangeAsync(sessionId, AuditAct.RecoveryCodesMade, async (db, session) =>
        {
            if (!await db.SecondFactors.AnyAsync(row => row.AccountId == session.AccountId, cancel))
                return SecondFactorRefusal.NotThere;
            codes = await RecoveryCodes.ReplaceAsync(db, session.AccountId, clock.GetUtcNow(), cancel);
            return null;
        }, cancel);
        return (why is null ? codes : [], why);
    }

    private async Task<SecondFactorRefusal?> ChangeAsync(
        string sessionId, AuditAct act, Func<PortalDb, SessionRow, Task<SecondFactorRefusal?>> change, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await proof.LiveAsync(db, sessionId, cancel) is not { SecondFactorAt: not null } session)
            return SecondFactorRefusal.SessionEnded;
        if (fresh.RefuseChanging(session) is { } notFresh)
            return notFresh;
        if (await change(db, session) is { } why)
            return why;
        notices.Enclose(db, session.AccountId, NoticeKind.SecondFactorChanged);
        var saved = await proof.KeepAsync(db, session, new AuditEntry(act, Allowed: true) { Account = session.AccountId, Session = session.Id }, cancel);
        return saved ? null : SecondFactorRefusal.NotThere;
    }
}
