using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>What a case of each kind is: whose work, what need it makes, for how long at most.</summary>
public sealed record CaseTerms(Role Role, NeedKind Need, PurposeOfUse Purpose, Categories Categories, TimeSpan Longest)
{
    public static CaseTerms Of(CaseKind kind) => kind switch
    {
        CaseKind.Claims => new(Role.ClaimsExaminer, NeedKind.AssignedCase, PurposeOfUse.Payment,
            Categories.Identity | Categories.Coverage | Categories.Claims | Categories.Services | Categories.Medications | Categories.Clinical | Categories.Documents,
            TimeSpan.FromDays(30)),
        CaseKind.Support => new(Role.Support, NeedKind.AssignedCase, PurposeOfUse.Operations,
            Categories.Identity | Categories.Coverage | Categories.Claims | Categories.Messages, TimeSpan.FromDays(1)),
        CaseKind.CareManagement => new(Role.CareManager, NeedKind.CareEnrollment, PurposeOfUse.CareManagement,
            Categories.All & ~Categories.Claims, TimeSpan.FromDays(365)),
        CaseKind.PrivacyReview => new(Role.PrivacyOfficer, NeedKind.PrivacyReview, PurposeOfUse.Operations, Categories.Identity, TimeSpan.FromDays(30)),
    };
}
