using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>Whether a record is too close to an account for work, asked before a need is made. The engine asks again at every read.</summary>
internal static class Closeness
{
    private static readonly Role[] Plan = [Role.Support, Role.ClaimsExaminer, Role.CareManager, Role.PrivacyOfficer, Role.Administrator];

    internal static async Task<bool> TooCloseAsync(this PortalDb db, string account, Role role, PatientId subject, CancellationToken cancel)
    {
        var (id, reference) = (subject.Value, $"Patient/{subject.Value}");
        if (await db.RecordTies.AnyAsync(tie => tie.AccountId == account && tie.Subject == id, cancel)
            || await db.Users.AnyAsync(user => user.Id == account && user.RecordReference == reference, cancel))
            return true;
        return Plan.Contains(role) && await db.RoleGrants.AnyAsync(grant => Plan.Contains(grant.Role)
            && (db.RecordTies.Any(tie => tie.AccountId == grant.AccountId && tie.Subject == id && tie.Tie == RecordTie.Own)
                || db.Users.Any(user => user.Id == grant.AccountId && user.RecordReference == reference)), cancel);
    }
}
