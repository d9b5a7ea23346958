using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Services.Records;

/// <summary>The limited scope of each read model: a new value with the fields that <c>LimitedFields</c> names and no other (C13). Pure.</summary>
/// <remarks>Written as copies of what is kept, so that a field that is added to a model stays out until someone lets it in.</remarks>
internal static class LimitedView
{
    internal static MemberIdentity Of(MemberIdentity whole) => new(whole.Id, whole.Labels)
    {
        Name = whole.Name,
        BirthDate = whole.BirthDate,
        MemberNumbers = whole.MemberNumbers,
    };

    internal static PlanCoverage Of(PlanCoverage whole) => new(whole.Id, whole.Labels)
    {
        Status = whole.Status,
        Kind = whole.Kind,
        Payer = whole.Payer,
        PlanName = whole.PlanName,
        Period = whole.Period,
        Order = whole.Order,
        ReadFromClaims = whole.ReadFromClaims,
    };

    /// <summary>Amounts without the reasons: why a claim was denied may say what was done.</summary>
    internal static Claim Of(Claim whole) => new(whole.Id, whole.Labels)
    {
        Number = whole.Number,
        Status = whole.Status,
        Use = whole.Use,
        Outcome = whole.Outcome,
        PaymentStatus = whole.PaymentStatus,
        PaymentDate = whole.PaymentDate,
        Serviced = whole.Serviced,
        Decided = whole.Decided,
        Amounts = [.. whole.Amounts.Select(amount => amount with { Reason = null })],
    };

    internal static Visit Of(Visit whole) => new(whole.Id, whole.Labels) { Status = whole.Status, Period = whole.Period };

    internal static Procedure Of(Procedure whole) => new(whole.Id, whole.Labels) { Status = whole.Status, Performed = whole.Performed };

    internal static MedicationOrder Of(MedicationOrder whole) => new(whole.Id, whole.Labels) { Medicine = whole.Medicine, Status = whole.Status };

    internal static Condition Of(Condition whole) => new(whole.Id, whole.Labels) { Name = whole.Name, ClinicalStatus = whole.ClinicalStatus };

    internal static Allergy Of(Allergy whole) => new(whole.Id, whole.Labels) { Name = whole.Name, ClinicalStatus = whole.ClinicalStatus };

    internal static Immunization Of(Immunization whole) => new(whole.Id, whole.Labels) { Vaccine = whole.Vaccine, Status = whole.Status };

    internal static CareTeam Of(CareTeam whole) => new(whole.Id, whole.Labels) { Name = whole.Name, Status = whole.Status };

    internal static Observation Of(Observation whole) => new(whole.Id, whole.Labels) { Name = whole.Name, Status = whole.Status, Taken = whole.Taken };

    internal static Message Of(Message whole) => new(whole.Id, whole.Labels) { Sent = whole.Sent };

    internal static Document Of(Document whole) => new(whole.Id, whole.Labels) { Title = whole.Title, Kind = whole.Kind, Date = whole.Date };

    /// <summary>Nothing: a document cannot be read in part.</summary>
    internal static DocumentContent Of(DocumentContent whole)
    {
        whole.Clear();
        return new(whole.Id, whole.Labels);
    }

    /// <summary>Nothing: a resource cannot be taken along in part.</summary>
    internal static RecordCopy Of(RecordCopy whole) => new(whole.Id, whole.Labels);
}
