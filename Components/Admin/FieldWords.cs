using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Admin;

/// <summary>The fields that a limited scope keeps, in words.</summary>
internal static class FieldWords
{
    internal static string Of(Category category) => string.Join(", ", LimitedFields.Of(category).Select(Say));

    /// <summary>One field by its name in the read models; one that has no words yet is said by that name.</summary>
    internal static string Say(string field) => field switch
    {
        "Name" => T("name"),
        "BirthDate" => T("birth date"),
        "MemberNumbers" => T("member numbers"),
        "Status" => T("status"),
        "Kind" => T("kind"),
        "Payer" => T("payer"),
        "PlanName" => T("plan name"),
        "Period" => T("period"),
        "Order" => T("order"),
        "ReadFromClaims" => T("read from claims"),
        "Number" => T("number"),
        "Use" => T("use"),
        "Outcome" => T("outcome"),
        "PaymentStatus" => T("payment status"),
        "PaymentDate" => T("payment date"),
        "Serviced" => T("serviced"),
        "Decided" => T("decided"),
        "Amounts" => T("amounts"),
        "Performed" => T("performed"),
        "Medicine" => T("medicine"),
        "ClinicalStatus" => T("clinical status"),
        "Vaccine" => T("vaccine"),
        "Taken" => T("taken"),
        "Title" => T("title"),
        "Date" => T("date"),
        "Sent" => T("sent"),
        _ => field,
    };
}
