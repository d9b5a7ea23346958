using System.Text.RegularExpressions;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.Components.WhoLooked;

/// <summary>One look in plain words: who, what, why, by which rule.</summary>
internal static partial class LookWords
{
    internal static string Who(Look look, string plan) => look switch
    {
        { Own: true } => T("You"),
        { Need: NeedKind.PersonalRepresentative } => T("Your personal representative"),
        { Roles.Count: 0 } => T("Someone at {0}", plan),
        _ => string.Join(", ", look.Roles.Order().Select(role => Who(role, plan))),
    };

    internal static string When(DateTimeOffset at, TimeProvider clock)
    {
        var today = at.Date == clock.GetUtcNow().Date && MomentWords.Day(at, clock) == MomentWords.Day(clock.GetUtcNow(), clock);
        return today ? T("Today, {0}", ClockWords.Say(at, clock)) : MomentWords.Say(at, clock);
    }

    internal static string What(Look look) => look switch
    {
        { Act: AuditAct.GlassBroken, Allowed: true } => T("opened your record in an emergency, for fifteen minutes"),
        { Act: AuditAct.GlassBroken } => T("tried to open your record in an emergency"),
        { Act: AuditAct.RequestRead } => T("read a request that you made"),
        { Act: AuditAct.ConcernRead } => T("read a concern that you raised"),
        _ => Parts(look),
    };

    private static string Parts(Look look) => look.Categories.Count == 0 ? Words.NotStated : string.Join(", ", look.Categories.Select(part => look.Limited.Contains(part) ? T("{0} (a few fields)", What(part)) : What(part)));

    internal static string Why(Look look) => look switch
    {
        { Own: true } => T("your own record"),
        _ => string.Join("; ", new[] { look.Purpose is { } purpose ? Why(purpose) : null, look.Need is { } need ? Why(need) : null }.OfType<string>()) is { Length: > 0 } why ? why : Words.NotStated,
    };

    /// <summary>Someone who could look: why, in one sentence that names nobody.</summary>
    internal static string Could(CouldLook could) => T("{0}, because {1}", Why(could.Purpose), Why(could.Need) ?? Words.NotStated);

    /// <summary>What they could look at; a part of which only a few fields open says so.</summary>
    internal static string Could(IReadOnlyList<Category> full, IReadOnlyList<Category> limited) =>
        string.Join(", ", full.Select(What).Concat(limited.Select(part => T("{0} (a few fields)", What(part)))));

    /// <summary>A rule's name is its sentence: <c>OneselfMayReadTheOwnRecord</c>.</summary>
    internal static string Rule(string? rule) =>
        rule is null ? Words.NotStated : Capital().Replace(rule, found => found.Index == 0 ? found.Value : " " + char.ToLowerInvariant(found.Value[0]));

    internal static string Who(Role role, string plan) => role switch
    {
        Role.Member => T("Another member"),
        Role.Representative => T("A personal representative"),
        Role.Provider => T("A provider"),
        Role.ClinicianDesignee => T("Someone who works for a clinician"),
        Role.MainOfficeContact => T("A provider's office"),
        Role.Support => T("Member support at {0}", plan),
        Role.ClaimsExaminer => T("A claims examiner at {0}", plan),
        Role.CareManager => T("A care manager at {0}", plan),
        Role.PrivacyOfficer => T("The privacy office of {0}", plan),
        Role.Administrator => T("An administrator at {0}", plan),
    };

    private static string What(Category category) => category switch
    {
        Category.Identity => T("who you are"),
        Category.Coverage => T("coverage"),
        Category.Claims => T("claims"),
        Category.Services => T("visits and procedures"),
        Category.Medications => T("medicines"),
        Category.Clinical => T("conditions, allergies and care team"),
        Category.Results => T("results"),
        Category.Documents => T("documents"),
        Category.Messages => T("messages"),
    };

    private static string Why(PurposeOfUse purpose) => purpose switch
    {
        PurposeOfUse.PatientRequest => T("at your request"),
        PurposeOfUse.Treatment => T("for your treatment"),
        PurposeOfUse.Payment => T("to handle payment"),
        PurposeOfUse.Operations => T("to run the plan"),
        PurposeOfUse.CareManagement => T("to manage your care"),
        PurposeOfUse.EmergencyTreatment => T("to treat you in an emergency"),
    };

    private static string? Why(NeedKind need) => need switch
    {
        NeedKind.Self => null,
        NeedKind.PersonalRepresentative => T("you named them as your representative"),
        NeedKind.BasicRepresentative => T("you named them as your representative for coverage and claims"),
        NeedKind.CareEnrollment => T("you are enrolled in care management"),
        NeedKind.PrivacyReview => T("a privacy review about you was assigned to them"),
        NeedKind.MemberPermission => T("you gave permission"),
        NeedKind.TreatingPractitioner => T("the record system shows that they treat you"),
        NeedKind.AssignedCase => T("a case about you was assigned to them"),
        NeedKind.Emergency => T("they declared an emergency, and a second person reviews it"),
    };

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
