using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>Whether a request is an employee's own work at this moment: the role is held, the case is live, and for plain messages the access rules open them (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class RequestWork(AccessPolicy policy, TimeProvider clock)
{
    /// <summary>The request, tracked; null when it is not.</summary>
    internal async Task<RequestRow?> MineAsync(PortalDb db, Actor employee, string number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var row = await db.Requests.SingleOrDefaultAsync(one => one.Number == number && one.State == RequestState.InWork && one.CaseId != null
            && db.Needs.Any(need => need.EvidenceRef == one.CaseId && need.AccountId == employee.AccountId && need.From <= now && now < need.Until), cancel);
        if (row is null || PatientId.From(row.Subject) is not { } subject || !policy.Holds(employee.AccountId, employee.Roles, RequestTerms.Of(row.Kind).Role))
            return null;
        return !ByTheRules(row.Kind) || policy.Decide(new AccessRequest(employee, subject, Category.Messages, CaseTerms.Of(RequestTerms.Of(row.Kind).Work).Purpose)).Allowed ? row : null;
    }

    /// <summary>Whether its words open as a section of the record, by the rules; those of the others open to whose review they are.</summary>
    public static bool ByTheRules(RequestKind kind) => RequestTerms.Of(kind).Work == CaseKind.Support;
}
