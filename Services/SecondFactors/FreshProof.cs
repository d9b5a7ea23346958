using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>
/// A change of second factors wants to know again who is there: a session that has given everything it owes, and its password within five minutes.
/// One exception: the first factor of an account that needs one, at sign-in. A session that owes a factor the account has can change nothing.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class FreshProof(IDbContextFactory<PortalDb> store, IPasswordAgain again, IAuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Whether the session's password was given within five minutes.</summary>
    public async Task<bool> IsFreshAsync(string sessionId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel) is { } session && IsFresh(session);
    }

    /// <summary>The password, given again. Null when it was the right one. Wrong ones count with those of a change of the password.</summary>
    public async Task<SecondFactorRefusal?> GivePasswordAsync(string sessionId, string password, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel) is not { } session)
            return SecondFactorRefusal.SessionEnded;
        var account = await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel);
        var (right, looked) = await again.CheckAsync(account, password, cancel);
        SecondFactorRefusal? why = right ? null : looked ? SecondFactorRefusal.WrongPassword : SecondFactorRefusal.TooManyTries;
        if (right)
            session.PasswordAt = clock.GetUtcNow();
        await audit.SaveAsync(db, new AuditEntry(AuditAct.PasswordConfirmed, right) { Account = account.Id, Session = session.Id, Reason = why?.ToString() }, cancel);
        return why;
    }

    internal async Task<SecondFactorRefusal?> RefuseAddingAsync(PortalDb db, SessionRow session, CancellationToken cancel)
    {
        if (session.SecondFactorAt is null)
        {
            if (await db.SecondFactors.AnyAsync(factor => factor.AccountId == session.AccountId, cancel))
                return SecondFactorRefusal.SessionEnded;
            var roles = await db.RoleGrants.Where(grant => grant.AccountId == session.AccountId).Select(grant => grant.Role).ToListAsync(cancel);
            if (Sessions.OwedSecondFactor.IsNeededBy(roles.ToHashSet()))
                return null; // the first one, at sign-in: such a session lasts fifteen minutes
        }
        return RefuseChanging(session);
    }

    internal SecondFactorRefusal? RefuseChanging(SessionRow session) => IsFresh(session) ? null : SecondFactorRefusal.PasswordNotFresh;

    private bool IsFresh(SessionRow session) => clock.GetUtcNow() - session.PasswordAt < Fresh;
}
