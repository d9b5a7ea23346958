using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Accounts;

/// <summary>Reads an account with its roles.</summary>
internal static class AccountViews
{
    internal static async Task<AccountView> ViewAsync(this PortalDb db, PortalUser user, CancellationToken cancel)
    {
        var roles = await db.RoleGrants.Where(grant => grant.AccountId == user.Id).Select(grant => grant.Role).ToListAsync(cancel);
        var own = roles.Contains(Role.Member) ? PatientId.From(user.RecordReference) : null;
        return new AccountView(user.Id, user.UserName!, roles.ToHashSet(), own, user.PasswordState == PasswordState.Personal);
    }
}
