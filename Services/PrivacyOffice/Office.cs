using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.PrivacyOffice;

/// <summary>What every act of the privacy office asks first, and the sign-in names that its lists show.</summary>
internal static class Office
{
    internal static bool IsOpenTo(this AccessPolicy policy, Actor who) => who.IsComplete && policy.Holds(who.AccountId, who.Roles, Role.PrivacyOfficer);

    /// <summary>The sign-in names of these accounts, by id.</summary>
    internal static async Task<Dictionary<string, string>> NamesAsync(this PortalDb db, IEnumerable<string?> accounts, CancellationToken cancel)
    {
        var ids = accounts.OfType<string>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.UserName!, cancel);
    }

    /// <summary>The id of the account of this exact sign-in name, or of this id; null when there is none.</summary>
    internal static async Task<string?> AccountAsync(this PortalDb db, string name, CancellationToken cancel)
    {
        var normalized = name.Trim().ToUpperInvariant();
        return await db.Users.Where(user => user.NormalizedUserName == normalized || user.Id == name.Trim()).Select(user => user.Id).FirstOrDefaultAsync(cancel);
    }
}
