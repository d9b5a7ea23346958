using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Members;

/// <summary>Purposes and needs in the words of whoever is at work.</summary>
internal static class NeedWords
{
    internal static string Say(PurposeOfUse purpose) => Capital(AccessWords.Say(purpose, Words.Sentence));

    internal static string Say(NeedKind need) => need switch
    {
        NeedKind.TreatingPractitioner => T("The practice treats the member"),
        NeedKind.AssignedCase => T("An open case is assigned to you"),
        NeedKind.CareEnrollment => T("The member is enrolled in care management with you"),
        NeedKind.Emergency => T("An emergency that you declared"),
        NeedKind.PersonalRepresentative => T("The member named you as personal representative"),
        NeedKind.BasicRepresentative => T("The member named you for plan business"),
        NeedKind.PrivacyReview => T("An open privacy review is assigned to you"),
        NeedKind.Self or NeedKind.MemberPermission => Capital(AccessWords.Say(need, Words.Sentence)),
    };

    internal static string Say(Category category) => Capital(AccessWords.Say(category, Words.Sentence));

    /// <summary>How much of a category is open.</summary>
    internal static string HowMuch(AccessDecision decision) => decision switch
    {
        { Allowed: false } => T("Closed"),
        { Scope: Scope.Limited } => T("A few fields"),
        { Condition: var only } when (only & ItemCondition.OwnItems) != 0 => T("The practice's own"),
        { Condition: var only } when (only & ItemCondition.CaseItems) != 0 => T("Of the case"),
        _ => T("Everything"),
    };

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
