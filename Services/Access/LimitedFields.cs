namespace PrivacyPortal.Services.Access;

/// <summary>What a limited scope keeps of each category, by the fields' names in the read models; every other field is masked (C13).</summary>
public static class LimitedFields
{
    /// <summary>Enough to know whom and what it is about; nothing of why, and no contact data.</summary>
    public static IReadOnlyList<string> Of(Category category) => category switch
    {
        Category.Identity => ["Name", "BirthDate", "MemberNumbers"],
        Category.Coverage => ["Status", "Kind", "Payer", "PlanName", "Period", "Order", "ReadFromClaims"],
        Category.Claims => ["Number", "Status", "Use", "Outcome", "PaymentStatus", "PaymentDate", "Serviced", "Decided", "Amounts"],
        Category.Services => ["Status", "Period", "Performed"],
        Category.Medications => ["Medicine", "Status"],
        Category.Clinical => ["Name", "ClinicalStatus", "Vaccine", "Status"],
        Category.Results => ["Name", "Status", "Taken"],
        Category.Documents => ["Title", "Kind", "Date"],
        Category.Messages => ["Sent"],
        _ => [],
    };
}
