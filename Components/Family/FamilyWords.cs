using PrivacyPortal.Components.Account;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Family;

/// <summary>Giving, closing and ending, in the member's words.</summary>
internal static class FamilyWords
{
    /// <summary>The sensitive labels one by one, as they are offered.</summary>
    internal static IReadOnlyList<Sensitivity> Labels { get; } =
        [Sensitivity.BehavioralHealth, Sensitivity.SubstanceUse, Sensitivity.Hiv, Sensitivity.SexualReproductive, Sensitivity.Other];

    /// <summary>The roles that a member can close the record to, one by one.</summary>
    internal static IReadOnlyList<Role> Roles { get; } =
        [Role.Representative, Role.Provider, Role.ClinicianDesignee, Role.MainOfficeContact, Role.Support, Role.ClaimsExaminer, Role.CareManager];

    internal static string Kind(NeedKind kind) => kind switch
    {
        NeedKind.PersonalRepresentative => T("Your representative, in full"),
        NeedKind.BasicRepresentative => T("Your representative for coverage and claims"),
        _ => T("Works for one of your clinicians"),
    };

    internal static string Everyone(Role role) => role switch
    {
        Role.Representative => T("all my representatives"),
        Role.Provider => T("all providers"),
        Role.ClinicianDesignee => T("everyone who works for a clinician"),
        Role.MainOfficeContact => T("all providers' offices"),
        Role.Support => T("member support of the plan"),
        Role.ClaimsExaminer => T("the plan's claims examiners"),
        Role.CareManager => T("the plan's care managers"),
        _ => role.ToString(),
    };

    internal static string Parts(Categories categories) =>
        categories == Categories.All ? T("the whole record") : string.Join(", ", categories.Each().Select(CategoryWords.Say));

    internal static string Protected(Sensitivity labels) => T("specially protected entries: {0}", SensitiveWords.Say(labels));

    internal static string What(Closing closing) => string.Join("; ", new[]
    {
        closing.Categories == Categories.None ? null : Parts(closing.Categories),
        closing.Labels == Sensitivity.None ? null : Protected(closing.Labels),
    }.OfType<string>());

    /// <summary>What a decision opens of a part, said to the member.</summary>
    internal static string Sees(AccessDecision decision) => decision switch
    {
        { Allowed: false, Refusal: Refusal.ClosedByMember } => T("nothing: you closed it"),
        { Allowed: false } => T("nothing"),
        { Scope: Scope.Limited, Request.Category: Category.Identity } => T("your name, birth date and member number; no address or telephone"),
        { Scope: Scope.Limited } => T("a few fields"),
        _ => T("everything but specially protected entries"),
    };

    internal static string Say(NeedRefusal refusal) => refusal switch
    {
        NeedRefusal.NoSuchPerson => T("With this code nobody can be given access. It is good once, for 24 hours, and until a new one is shown: ask for a new one."),
        NeedRefusal.BadCategories => T("Choose at least one part."),
        NeedRefusal.BadPeriod => T("Choose a last day from today on and within one year."),
        NeedRefusal.NotThere => T("That is over already."),
        NeedRefusal.NotYourOffice => T("This account cannot do that."),
        NeedRefusal.TooClose => T("At work, nobody opens their own, a colleague's or a relative's record."),
        NeedRefusal.AnotherEmergency => T("An emergency about another member is still open. There is one at a time."),
        NeedRefusal.SamePerson => T("Nobody reviews their own."),
    };
}
