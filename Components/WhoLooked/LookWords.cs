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
        { Own: true } => "You",
        { Need: NeedKind.PersonalRepresentative } => "Your personal representative",
        { Roles.Count: 0 } => "Someone at " + plan,
        _ => string.Join(", ", look.Roles.Order().Select(role => Who(role, plan))),
    };

    internal static string When(DateTimeOffset at, TimeProvider clock)
    {
        var day = TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("MMMM d, yyyy", Words.Culture);
        return at.Date == clock.GetUtcNow().Date && day == clock.GetLocalNow().ToString("MMMM d, yyyy", Words.Culture)
            ? "Today, " + ClockWords.Say(at, clock)
            : day + ", " + ClockWords.Say(at, clock);
    }

    internal static string What(Look look) => look switch
    {
        { Act: AuditAct.GlassBroken, Allowed: true } => "opened your record in an emergency, for fifteen minutes",
        { Act: AuditAct.GlassBroken } => "tried to open your record in an emergency",
        { Act: AuditAct.ConcernRead } => "read a concern that you raised",
        _ => Parts(look),
    };

    private static string Parts(Look look) => look.Categories.Count == 0 ? Words.NotStated : string.Join(", ", look.Categories.Select(What));

    internal static string Why(Look look) => look switch
    {
        { Own: true } => "your own record",
        _ => string.Join("; ", new[] { look.Purpose is { } purpose ? Why(purpose) : null, look.Need is { } need ? Why(need) : null }.OfType<string>()) is { Length: > 0 } why ? why : Words.NotStated,
    };

    /// <summary>Someone who could look: why, in one sentence that names nobody.</summary>
    internal static string Could(CouldLook could) => $"{Why(could.Purpose)}, because {Why(could.Need) ?? Words.NotStated}";

    /// <summary>What they could look at; a part of which only a few fields open says so.</summary>
    internal static string Could(IReadOnlyList<Category> full, IReadOnlyList<Category> limited) =>
        string.Join(", ", full.Select(What).Concat(limited.Select(part => What(part) + " (a few fields)")));

    /// <summary>A rule's name is its sentence: <c>OneselfMayReadTheOwnRecord</c>.</summary>
    internal static string Rule(string? rule) =>
        rule is null ? Words.NotStated : Capital().Replace(rule, found => found.Index == 0 ? found.Value : " " + char.ToLowerInvariant(found.Value[0]));

    internal static string Who(Role role, string plan) => role switch
    {
        Role.Member => "Another member",
        Role.Representative => "A personal representative",
        Role.Provider => "A provider",
        Role.ClinicianDesignee => "Someone who works for a clinician",
        Role.MainOfficeContact => "A provider's office",
        Role.Support => "Member support at " + plan,
        Role.ClaimsExaminer => "A claims examiner at " + plan,
        Role.CareManager => "A care manager at " + plan,
        Role.PrivacyOfficer => "The privacy office of " + plan,
        Role.Administrator => "An administrator at " + plan,
    };

    private static string What(Category category) => category switch
    {
        Category.Identity => "who you are",
        Category.Coverage => "coverage",
        Category.Claims => "claims",
        Category.Services => "visits and procedures",
        Category.Medications => "medicines",
        Category.Clinical => "conditions, allergies and care team",
        Category.Results => "results",
        Category.Documents => "documents",
        Category.Messages => "messages",
    };

    private static string Why(PurposeOfUse purpose) => purpose switch
    {
        PurposeOfUse.PatientRequest => "at your request",
        PurposeOfUse.Treatment => "for your treatment",
        PurposeOfUse.Payment => "to handle payment",
        PurposeOfUse.Operations => "to run the plan",
        PurposeOfUse.CareManagement => "to manage your care",
        PurposeOfUse.EmergencyTreatment => "to treat you in an emergency",
    };

    private static string? Why(NeedKind need) => need switch
    {
        NeedKind.Self => null,
        NeedKind.PersonalRepresentative => "you named them as your representative",
        NeedKind.BasicRepresentative => "you named them as your representative for coverage and claims",
        NeedKind.CareEnrollment => "you are enrolled in care management",
        NeedKind.PrivacyReview => "a privacy review about you was assigned to them",
        NeedKind.MemberPermission => "you gave permission",
        NeedKind.TreatingPractitioner => "the record system shows that they treat you",
        NeedKind.AssignedCase => "a case about you was assigned to them",
        NeedKind.Emergency => "they declared an emergency, and a second person reviews it",
    };

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
