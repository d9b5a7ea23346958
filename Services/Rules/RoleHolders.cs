using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>Who holds a role now: given, renewed in time, and the account open. Read from the store, not from a session.</summary>
internal static class RoleHolders
{
    internal static IQueryable<RoleGrant> LiveGrants(this PortalDb db, DateTimeOffset now) => db.RoleGrants.Where(grant =>
        (grant.RenewBy == null || grant.RenewBy > now) && db.Users.Any(user => user.Id == grant.AccountId && user.ClosedAt == null));

    internal static Task<bool> HoldsAsync(this PortalDb db, string account, Role role, DateTimeOffset now, CancellationToken cancel) =>
        db.LiveGrants(now).AnyAsync(grant => grant.AccountId == account && grant.Role == role, cancel);

    /// <summary>Whether the account may be the second person: an administrator or a privacy officer.</summary>
    internal static Task<bool> MaySecondAsync(this PortalDb db, string account, DateTimeOffset now, CancellationToken cancel) =>
        db.LiveGrants(now).AnyAsync(grant => grant.AccountId == account && (grant.Role == Role.Administrator || grant.Role == Role.PrivacyOfficer), cancel);

    internal static Task<List<Role>> RolesOfAsync(this PortalDb db, string account, CancellationToken cancel) =>
        db.RoleGrants.Where(grant => grant.AccountId == account).Select(grant => grant.Role).ToListAsync(cancel);

    internal static Task<bool> IsOpenAsync(this PortalDb db, string account, CancellationToken cancel) =>
        db.Users.AnyAsync(user => user.Id == account && user.ClosedAt == null, cancel);
}
