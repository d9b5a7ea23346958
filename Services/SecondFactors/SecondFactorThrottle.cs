using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>
/// Slows wrong second factors down, account by account. Each try is counted before its code is looked at, and of many at once only one is looked at.
/// The hundredth in a row closes sign-in until a new password is assigned.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class SecondFactorThrottle(TimeProvider clock)
{
    internal const int FreeTries = 5;
    internal const int MostTries = 100;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try. Null when no code may be looked at now; otherwise the count, which a right code removes.</summary>
    internal async Task<SecondFactorTries?> TakeAsync(PortalDb db, string accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var tries = await db.SecondFactorTries.SingleOrDefaultAsync(row => row.AccountId == accountId, cancel);
        if (tries?.NotBefore > now || tries?.Failures >= MostTries)
            return null;
        if (tries is null)
            db.SecondFactorTries.Add(tries = new SecondFactorTries { AccountId = accountId });
        tries.Failures++;
        tries.NotBefore = tries.Failures <= FreeTries ? null : now + Wait(tries.Failures);
        try
        {
            await db.SaveChangesAsync(cancel);
            return tries;
        }
        catch (DbUpdateException)
        {
            return null; // another try of this account was counted at the same moment
        }
    }

    /// <summary>After a wrong code: at the last try the account cannot sign in until a password is assigned, and the count begins anew. The caller saves.</summary>
    internal static async Task CloseAtLastAsync(PortalDb db, SecondFactorTries tries, CancellationToken cancel)
    {
        if (tries.Failures < MostTries)
            return;
        var account = await db.Users.SingleAsync(user => user.Id == tries.AccountId, cancel);
        (account.PasswordState, account.PasswordHash, account.AssignedUntil) = (PasswordState.None, null, null);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        db.SecondFactorTries.Remove(tries);
    }

    private static TimeSpan Wait(int failures)
    {
        var wait = TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(10, failures - FreeTries - 1)));
        return wait < LongestWait ? wait : LongestWait;
    }
}
