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
        Role.Member => T("Member"),
        Role.Representative => T("Personal representative"),
        Role.Provider => T("Provider"),
        Role.ClinicianDesignee => T("Clinician's designee"),
        Role.MainOfficeContact => T("Main office contact"),
        Role.Support => T("Support desk"),
        Role.ClaimsExaminer => T("Claims examiner"),
        Role.CareManager => T("Care manager"),
        Role.PrivacyOfficer => T("Privacy officer"),
        Role.Administrator => T("Administrator"),
    };

    internal static string Say(IReadOnlyList<Role> roles) => roles.Count == 0 ? T("no role") : string.Join(", ", roles.Select(Say));

    /// <summary>A role that was made at setup has no reason.</summary>
    internal static string Say(RoleReason? reason) => reason is { } why ? Say(why) : T("made at setup");

    internal static string Say(RoleReason reason) => reason switch
    {
        RoleReason.Joined => T("joined this work"),
        RoleReason.DutiesChanged => T("duties changed"),
        RoleReason.StandsIn => T("stands in for somebody"),
        RoleReason.StillNeeded => T("still needed"),
    };

    internal static string Say(RuleChangeReason reason) => reason switch
    {
        RuleChangeReason.Starter => T("shipped with the portal"),
        RuleChangeReason.DutiesChanged => T("duties changed"),
        RuleChangeReason.LawChanged => T("the law changed"),
        RuleChangeReason.FoundTooWide => T("found too wide"),
        RuleChangeReason.FoundTooNarrow => T("found too narrow"),
        RuleChangeReason.Review => T("result of a review"),
    };

    internal static string Say(RuleState state) => state switch
    {
        RuleState.Proposed => T("waits for a second person"),
        RuleState.InForce => T("in force"),
        RuleState.Superseded => T("replaced"),
        RuleState.TurnedDown => T("turned down"),
    };

    internal static string Say(AccountState state) => state switch
    {
        AccountState.NoPassword => T("No password yet"),
        AccountState.Assigned => T("Assigned password"),
        AccountState.AssignedExpired => T("Assigned password ran out"),
        AccountState.Active => T("Active"),
        AccountState.PasswordClosed => T("Password closed"),
        AccountState.Disabled => T("Disabled"),
    };

    internal static string Say(RoleStanding standing) => standing switch
    {
        RoleStanding.Held => T("held"),
        RoleStanding.Due => T("due to be looked at"),
        RoleStanding.NoDay => T("no day set"),
        RoleStanding.Lapsed => T("lapsed: counts no more"),
        RoleStanding.AccountDisabled => T("account disabled"),
    };
}
