using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Administration;

/// <summary>An administrator ends every session of an account; it may sign in again.</summary>
public sealed class EndAccountSessions(AccessChange change, SessionRegistry sessions, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<AdministrationRefusal?> RunAsync(Actor by, string account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.AccountSessionsEnded, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = account };
        var refusal = await change.RunAsync<AdministrationRefusal>(entry, async db =>
        {
            if (!await db.HoldsAsync(by.AccountId, Role.Administrator, clock.GetUtcNow(), cancel))
                return AdministrationRefusal.NotYourOffice;
            if (by.AccountId == account)
                return AdministrationRefusal.OwnAccount;
            return await db.Users.AnyAsync(user => user.Id == account, cancel) ? null : AdministrationRefusal.NoSuchAccount;
        }, cancel);
        if (refusal is null)
            await sessions.EndAllAsync(account, SessionEnd.EndedByAdministrator, except: null, CancellationToken.None);
        return refusal;
    }
}
