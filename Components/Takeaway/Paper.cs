using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Person;

namespace PrivacyPortal.Components.Takeaway;

/// <summary>The handles of what stands on paper; what they hold stays with the visit.</summary>
internal sealed record Paper(
    Held<MemberIdentity> Person, Held<IReadOnlyList<PlanCoverage>> Plans, Held<IReadOnlyList<MedicationOrder>> Medicines,
    Held<IReadOnlyList<Allergy>> Allergies, Held<IReadOnlyList<Condition>> Conditions, Held<IReadOnlyList<Claim>> Claims)
{
    public override string ToString() => nameof(Paper);
}
