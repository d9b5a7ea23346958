using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Administration;

/// <summary>An administrator closes an account, never their own, so that one is always left: it cannot sign in, its roles count no more, and every session of it ends at once, on the screen too.</summary>
public sealed class DisableAccount(AccessChange change, SessionRegistry sessions, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<AdministrationRefusal?> RunAsync(Actor by, string account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.AccountDisabled, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = account };
        var refusal = await change.RunAsync<AdministrationRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
                return AdministrationRefusal.NotYourOffice;
            if (by.AccountId == account)
                return AdministrationRefusal.OwnAccount;
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == account, cancel) is not { } user)
                return AdministrationRefusal.NoSuchAccount;
            if (user.ClosedAt is not null)
                return AdministrationRefusal.AlreadyDisabled;
            // another stamp: opened again, the account has none of its old sessions
            (user.ClosedAt, user.SecurityStamp) = (now, Guid.NewGuid().ToString("N"));
            return null;
        }, cancel);
        if (refusal is null)
            await sessions.EndAllAsync(account, SessionEnd.AccountClosed, except: null, CancellationToken.None);
        return refusal;
    }
}
