using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Notices;

/// <summary>Finds the accounts of a member by the record that they may read as their own, and encloses the notice for each.</summary>
[Enforces(Clauses.VitalNoticesOnly)]
internal sealed class TellMember(IVitalNotices notices) : ITellMember
{
    public async Task EncloseAsync(PortalDb changes, PatientId subject, NoticeKind kind, CancellationToken cancel)
    {
        var reference = $"Patient/{subject.Value}";
        var accounts = await changes.Users.Where(user => user.RecordReference == reference && user.ClosedAt == null
            && changes.RoleGrants.Any(grant => grant.AccountId == user.Id && grant.Role == Role.Member)).Select(user => user.Id).ToListAsync(cancel);
        accounts.ForEach(account => notices.Enclose(changes, account, kind));
    }
}
