using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Services.Needs;

/// <summary>A member permits a clinician's designee what the rules leave to the member, such as medications (C13).</summary>
public sealed class PermitDesignee(AccessChange change, ITellMember tell, TimeProvider clock)
{
    /// <summary>The need's id, or why there is none. It is ended as a representative is: <see cref="EndRepresentative"/>.</summary>
    public Task<NeedAnswer> RunAsync(Actor by, Given given, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(given);
        return GivenByMember.GiveAsync(
            change, tell, clock, AuditAct.PermissionGiven, by, given, (NeedKind.MemberPermission, Role.ClinicianDesignee, PurposeOfUse.Treatment), cancel);
    }
}
