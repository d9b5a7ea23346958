using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Services.Needs;

/// <summary>A member names a representative: which categories, which sensitive labels, until when, and for plan business only or in full (C13).</summary>
public sealed class GiveRepresentative(AccessChange change, ITellMember tell, TimeProvider clock)
{
    /// <summary>The need's id, or why there is none.</summary>
    public Task<NeedAnswer> RunAsync(Actor by, Given given, bool full, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(given);
        var kind = full ? NeedKind.PersonalRepresentative : NeedKind.BasicRepresentative;
        return GivenByMember.GiveAsync(change, tell, clock, AuditAct.RepresentativeGiven, by, given, (kind, Role.Representative, PurposeOfUse.PatientRequest), cancel);
    }
}
