namespace PrivacyPortal.Services.Claims;

/// <summary>What an amount of a claim means to the member.</summary>
public enum AmountKind
{
    /// <summary>A category this portal has no words for: its own code is shown.</summary>
    Other,
    Billed,
    Discount,
    Allowed,
    Deductible,
    Copay,
    Coinsurance,
    NotCovered,
    PlanPaid,
    PaidToProvider,
    PaidToMember,
    OtherInsurancePaid,
    MemberOwes,
    MemberPaid,
    DrugCost,
}
