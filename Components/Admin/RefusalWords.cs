using PrivacyPortal.Services.Administration;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Components.Admin;

/// <summary>Why an act of administration was not done, one sentence each.</summary>
internal static class RefusalWords
{
    internal static string? Say(RoleRefusal? refusal) => refusal is { } why ? Because(why) : null;

    private static string Because(RoleRefusal refusal) => refusal switch
    {
        RoleRefusal.NotYourOffice => "only an administrator gives and takes roles, and this account is none now.",
        RoleRefusal.OwnElevation => "nobody gives, renews or approves a role for their own account. Ask another administrator.",
        RoleRefusal.NoSuchAccount => "there is no open account of that name.",
        RoleRefusal.AlreadyHeld => "the account holds this role already.",
        RoleRefusal.NotHeld => "the account does not hold this role now. If it lapsed, give it again.",
        RoleRefusal.AdministratorsHoldNothingElse => "an administrator holds no other role, and nobody with another role becomes one.",
        RoleRefusal.LastAdministrator => "this is the last administrator, and somebody has to be able to administer.",
        RoleRefusal.BadTerm => "the last day has to be today or later, and at most a year away.",
        RoleRefusal.BadOwner => "who answers for a role is another account that is open.",
        RoleRefusal.SamePerson => "whoever proposed it does not decide it. Ask another administrator or the privacy officer.",
        RoleRefusal.AlreadyProposed => "the same role for this account waits for a second person already.",
        RoleRefusal.NoSuchProposal => "this proposal does not wait any more: it was decided meanwhile.",
    };

    internal static string? Say(RuleRefusal? refusal) => refusal is { } why ? Because(why) : null;

    private static string Because(RuleRefusal refusal) => refusal switch
    {
        RuleRefusal.NotYourOffice => "only an administrator changes the rules, and this account is none now.",
        RuleRefusal.BadCell => "a rule names something that does not exist, or stands twice.",
        RuleRefusal.AdministratorsOpenNothing => "administrators open no record, by no rule.",
        RuleRefusal.NothingChanges => "these rules are the ones in force.",
        RuleRefusal.OwnElevation => "it widens a role that you hold yourself. Ask somebody who does not hold it.",
        RuleRefusal.NotRehearsed => "accounts or needs have changed since it was rehearsed. Rehearse it once more.",
        RuleRefusal.Outdated => "it was written against rules that are no longer in force. Start again from those that are.",
        RuleRefusal.SamePerson => "whoever proposed it does not decide it. Ask another administrator or the privacy officer.",
        RuleRefusal.NoSuchProposal => "this proposal does not wait any more: it was decided meanwhile.",
    };

    internal static string? Say(AdministrationRefusal? refusal) => refusal is { } why ? Because(why) : null;

    private static string Because(AdministrationRefusal refusal) => refusal switch
    {
        AdministrationRefusal.NotYourOffice => "only an administrator does this, and this account is none now.",
        AdministrationRefusal.BadUserName => "a sign-in name is 3 to 64 of a-z, 0-9, hyphen and full stop, and begins with a letter or digit.",
        AdministrationRefusal.NameTaken => "there is an account of that name.",
        AdministrationRefusal.NoRole => "an account needs a role.",
        AdministrationRefusal.AdministratorsHoldNothingElse => "an administrator holds no other role.",
        AdministrationRefusal.BadTerm => "the last day has to be today or later, and at most a year away.",
        AdministrationRefusal.BadReference => "a member's account needs its reference, Patient/ID; a provider's may have one, Practitioner/ID; no other account has any.",
        AdministrationRefusal.ReferenceTaken => "another account has this reference.",
        AdministrationRefusal.NoSuchAccount => "there is no such account.",
        AdministrationRefusal.OwnAccount => "this is your own account. Another administrator disables it; your own sessions you end under Account.",
        AdministrationRefusal.AlreadyDisabled => "the account is disabled already.",
        AdministrationRefusal.NotDisabled => "the account is not disabled.",
    };
}
