using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>
/// A change of second factors wants to know again who is there: a session that has given everything it owes, and its password within five minutes.
/// One exception: the first factor of an account that needs one, at sign-in. A session that owes a factor the account has can change nothing.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class FreshProof(IDbContextFactory<PortalDb> store, SecondFactorThrottle throttle, PasswordHashing hashing, IAuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Whether the session's password was given within five minutes.</summary>
    public async Task<bool> IsFreshAsync(string sessionId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel) is { } session && IsFresh(session);
    }

    /// <summary>The password, given again. Null when it was the right one. Wrong ones count with the wrong second factors of the account.</summary>
    public async Task<SecondFactorRefusal?> GivePasswordAsync(string sessionId, string password, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel) is not { } session)
            return SecondFactorRefusal.SessionEnded;
        var tries = await throttle.TakeAsync(db, session.AccountId, cancel);
        var account = await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel);
        var right = await hashing.VerifyAsync(tries is null ? null : account.PasswordHash, password, cancel) != PasswordVerificationResult.Failed;
        SecondFactorRefusal? why = right ? null : tries is null ? SecondFactorRefusal.TooManyTries : SecondFactorRefusal.WrongPassword;
        if (right)
        {
            session.PasswordAt = clock.GetUtcNow();
            db.SecondFactorTries.Remove(tries!);
        }
        else if (tries is not null)
        {
            await SecondFactorThrottle.CloseAtLastAsync(db, tries, cancel);
        }
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
