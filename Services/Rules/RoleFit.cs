using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>Whether a role fits an account, asked when it is proposed and again when it is approved.</summary>
internal static class RoleFit
{
    internal static async Task<RoleRefusal?> CheckAsync(
        PortalDb db, string account, Role role, string owner, DateTimeOffset renewBy, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.IsOpenAsync(account, cancel))
            return RoleRefusal.NoSuchAccount;
        if (owner == account || !await db.IsOpenAsync(owner, cancel))
            return RoleRefusal.BadOwner;
        if (!Enum.IsDefined(role) || !RoleTerm.Fits(renewBy, now))
            return RoleRefusal.BadTerm;
        var held = await db.LiveGrants(now).Where(grant => grant.AccountId == account).Select(grant => grant.Role).ToListAsync(cancel);
        if (held.Contains(role))
            return RoleRefusal.AlreadyHeld;
        return held.Count > 0 && (role == Role.Administrator || held.Contains(Role.Administrator)) ? RoleRefusal.AdministratorsHoldNothingElse : null;
    }

    internal static async Task GiveAsync(
        PortalDb db, string account, Role role, string by, string owner, DateTimeOffset renewBy, RoleReason reason, DateTimeOffset now, CancellationToken cancel)
    {
        // one that lapsed makes way
        if (await db.RoleGrants.SingleOrDefaultAsync(grant => grant.AccountId == account && grant.Role == role, cancel) is { } lapsed)
        {
            (lapsed.GrantedBy, lapsed.GrantedAt, lapsed.OwnerId, lapsed.RenewBy, lapsed.Reason) = (by, now, owner, renewBy, reason);
            return;
        }
        db.RoleGrants.Add(new RoleGrant
        {
            AccountId = account,
            Role = role,
            GrantedBy = by,
            GrantedAt = now,
            Reason = reason,
            OwnerId = owner,
            RenewBy = RoleTerm.MustBeRenewed(role) ? renewBy : null,
        });
    }
}
