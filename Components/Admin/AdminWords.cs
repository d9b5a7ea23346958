using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Administration;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Admin;

/// <summary>The words of administration: every closed word of the store as people read it.</summary>
internal static class AdminWords
{
    internal static string Say(Role role) => role switch
    {
        Role.Member => "Member",
        Role.Representative => "Personal representative",
        Role.Provider => "Provider",
        Role.ClinicianDesignee => "Clinician's designee",
        Role.MainOfficeContact => "Main office contact",
        Role.Support => "Support desk",
        Role.ClaimsExaminer => "Claims examiner",
        Role.CareManager => "Care manager",
        Role.PrivacyOfficer => "Privacy officer",
        Role.Administrator => "Administrator",
    };

    internal static string Say(IReadOnlyList<Role> roles) => roles.Count == 0 ? "no role" : string.Join(", ", roles.Select(Say));

    /// <summary>A role that was made at setup has no reason.</summary>
    internal static string Say(RoleReason? reason) => reason is { } why ? Say(why) : "made at setup";

    internal static string Say(RoleReason reason) => reason switch
    {
        RoleReason.Joined => "joined this work",
        RoleReason.DutiesChanged => "duties changed",
        RoleReason.StandsIn => "stands in for somebody",
        RoleReason.StillNeeded => "still needed",
    };

    internal static string Say(RuleChangeReason reason) => reason switch
    {
        RuleChangeReason.Starter => "shipped with the portal",
        RuleChangeReason.DutiesChanged => "duties changed",
        RuleChangeReason.LawChanged => "the law changed",
        RuleChangeReason.FoundTooWide => "found too wide",
        RuleChangeReason.FoundTooNarrow => "found too narrow",
        RuleChangeReason.Review => "result of a review",
    };

    internal static string Say(RuleState state) => state switch
    {
        RuleState.Proposed => "waits for a second person",
        RuleState.InForce => "in force",
        RuleState.Superseded => "replaced",
        RuleState.TurnedDown => "turned down",
    };

    internal static string Say(AccountState state) => state switch
    {
        AccountState.NoPassword => "No password yet",
        AccountState.Assigned => "Assigned password",
        AccountState.AssignedExpired => "Assigned password ran out",
        AccountState.Active => "Active",
        AccountState.PasswordClosed => "Password closed",
        AccountState.Disabled => "Disabled",
    };

    internal static string Say(RoleStanding standing) => standing switch
    {
        RoleStanding.Held => "held",
        RoleStanding.Due => "due to be looked at",
        RoleStanding.NoDay => "no day set",
        RoleStanding.Lapsed => "lapsed: counts no more",
        RoleStanding.AccountDisabled => "account disabled",
    };
}
