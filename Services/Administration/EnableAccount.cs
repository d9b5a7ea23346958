using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Services.Administration;

/// <summary>An administrator opens a closed account again, with the password and the roles that it had; what lapsed meanwhile stays lapsed.</summary>
public sealed class EnableAccount(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public Task<AdministrationRefusal?> RunAsync(Actor by, string account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.AccountEnabled, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = account };
        return change.RunAsync<AdministrationRefusal>(entry, async db =>
        {
            if (!await db.HoldsAsync(by.AccountId, Role.Administrator, clock.GetUtcNow(), cancel))
                return AdministrationRefusal.NotYourOffice;
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == account, cancel) is not { } user)
                return AdministrationRefusal.NoSuchAccount;
            if (user.ClosedAt is null)
                return AdministrationRefusal.NotDisabled;
            user.ClosedAt = null;
            return null;
        }, cancel);
    }
}
