using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Members;

/// <summary>Purposes and needs in the words of whoever is at work.</summary>
internal static class NeedWords
{
    internal static string Say(PurposeOfUse purpose) => Capital(AccessWords.Say(purpose, SentenceLanguage.English));

    internal static string Say(NeedKind need) => need switch
    {
        NeedKind.TreatingPractitioner => "The practice treats the member",
        NeedKind.AssignedCase => "An open case is assigned to you",
        NeedKind.CareEnrollment => "The member is enrolled in care management with you",
        NeedKind.Emergency => "An emergency that you declared",
        NeedKind.PersonalRepresentative => "The member named you as personal representative",
        NeedKind.BasicRepresentative => "The member named you for plan business",
        NeedKind.PrivacyReview => "An open privacy review is assigned to you",
        NeedKind.Self or NeedKind.MemberPermission => Capital(AccessWords.Say(need, SentenceLanguage.English)),
    };

    internal static string Say(Category category) => Capital(AccessWords.Say(category, SentenceLanguage.English));

    /// <summary>How much of a category is open.</summary>
    internal static string HowMuch(AccessDecision decision) => decision switch
    {
        { Allowed: false } => "Closed",
        { Scope: Scope.Limited } => "A few fields",
        { Condition: var only } when (only & ItemCondition.OwnItems) != 0 => "The practice's own",
        { Condition: var only } when (only & ItemCondition.CaseItems) != 0 => "Of the case",
        _ => "Open",
    };

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
