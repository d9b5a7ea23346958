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
        NeedKind.PersonalRepresentative => "Your representative, in full",
        NeedKind.BasicRepresentative => "Your representative for coverage and claims",
        _ => "Works for one of your clinicians",
    };

    internal static string Everyone(Role role) => role switch
    {
        Role.Representative => "all my representatives",
        Role.Provider => "all providers",
        Role.ClinicianDesignee => "everyone who works for a clinician",
        Role.MainOfficeContact => "all providers' offices",
        Role.Support => "member support of the plan",
        Role.ClaimsExaminer => "the plan's claims examiners",
        Role.CareManager => "the plan's care managers",
        _ => role.ToString(),
    };

    internal static string Parts(Categories categories) =>
        categories == Categories.All ? "the whole record" : string.Join(", ", categories.Each().Select(CategoryWords.Say));

    internal static string Protected(Sensitivity labels) => "specially protected entries: " + SensitiveWords.Say(labels);

    internal static string What(Closing closing) => string.Join("; ", new[]
    {
        closing.Categories == Categories.None ? null : Parts(closing.Categories),
        closing.Labels == Sensitivity.None ? null : Protected(closing.Labels),
    }.OfType<string>());

    /// <summary>What a decision opens of a part, said to the member.</summary>
    internal static string Sees(AccessDecision decision) => decision switch
    {
        { Allowed: false, Refusal: Refusal.ClosedByMember } => "nothing: you closed it",
        { Allowed: false } => "nothing",
        { Scope: Scope.Limited, Request.Category: Category.Identity } => "your name, birth date and member number; no address or telephone",
        { Scope: Scope.Limited } => "a few fields",
        _ => "everything but specially protected entries",
    };

    internal static string Say(NeedRefusal refusal) => refusal switch
    {
        NeedRefusal.NoSuchPerson => "With this code nobody can be given access. It is good once, for 24 hours, and until a new one is shown: ask for a new one.",
        NeedRefusal.BadCategories => "Choose at least one part.",
        NeedRefusal.BadPeriod => "Choose a last day from today on and within one year.",
        NeedRefusal.NotThere => "That is over already.",
        NeedRefusal.NotYourOffice => "This account cannot do that.",
        NeedRefusal.TooClose => "At work, nobody opens their own, a colleague's or a relative's record.",
        NeedRefusal.AnotherEmergency => "An emergency about another member is still open. There is one at a time.",
        NeedRefusal.SamePerson => "Nobody reviews their own.",
    };
}
