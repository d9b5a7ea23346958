using PrivacyPortal.Services.Administration;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Components.Admin;

/// <summary>Why an act of administration was not done, one sentence each.</summary>
internal static class RefusalWords
{
    internal static string? Say(RoleRefusal? refusal) => refusal is { } why ? Because(why) : null;

    private static string Because(RoleRefusal refusal) => refusal switch
    {
        RoleRefusal.NotYourOffice => T("only an administrator gives and takes roles, and this account is none now."),
        RoleRefusal.OwnElevation => T("nobody gives, renews or approves a role for their own account. Ask another administrator."),
        RoleRefusal.NoSuchAccount => T("there is no open account of that name."),
        RoleRefusal.AlreadyHeld => T("the account holds this role already."),
        RoleRefusal.NotHeld => T("the account does not hold this role now. If it lapsed, give it again."),
        RoleRefusal.AdministratorsHoldNothingElse => T("an administrator holds no other role, and nobody with another role becomes one."),
        RoleRefusal.LastAdministrator => T("this is the last administrator, and somebody has to be able to administer."),
        RoleRefusal.BadTerm => T("the last day has to be today or later, and at most a year away."),
        RoleRefusal.BadOwner => T("who answers for a role is another account that is open."),
        RoleRefusal.SamePerson => T("whoever proposed it does not decide it. Ask another administrator or the privacy officer."),
        RoleRefusal.AlreadyProposed => T("the same role for this account waits for a second person already."),
        RoleRefusal.NoSuchProposal => T("this proposal does not wait any more: it was decided meanwhile."),
    };

    internal static string? Say(RuleRefusal? refusal) => refusal is { } why ? Because(why) : null;

    private static string Because(RuleRefusal refusal) => refusal switch
    {
        RuleRefusal.NotYourOffice => T("only an administrator changes the rules, and this account is none now."),
        RuleRefusal.BadCell => T("a rule names something that does not exist, or stands twice."),
        RuleRefusal.AdministratorsOpenNothing => T("administrators open no record, by no rule."),
        RuleRefusal.NothingChanges => T("these rules are the ones in force."),
        RuleRefusal.OwnElevation => T("it widens a role that you hold yourself. Ask somebody who does not hold it."),
        RuleRefusal.NotRehearsed => T("accounts or needs have changed since it was rehearsed. Rehearse it once more."),
        RuleRefusal.Outdated => T("it was written against rules that are no longer in force. Start again from those that are."),
        RuleRefusal.SamePerson => T("whoever proposed it does not decide it. Ask another administrator or the privacy officer."),
        RuleRefusal.NoSuchProposal => T("this proposal does not wait any more: it was decided meanwhile."),
    };

    internal static string? Say(AdministrationRefusal? refusal) => refusal is { } why ? Because(why) : null;

    private static string Because(AdministrationRefusal refusal) => refusal switch
    {
        AdministrationRefusal.NotYourOffice => T("only an administrator does this, and this account is none now."),
        AdministrationRefusal.BadUserName => T("a sign-in name is 3 to 64 of a-z, 0-9, hyphen and full stop, and begins with a letter or digit."),
        AdministrationRefusal.NameTaken => T("there is an account of that name."),
        AdministrationRefusal.NoRole => T("an account needs a role."),
        AdministrationRefusal.AdministratorsHoldNothingElse => T("an administrator holds no other role."),
        AdministrationRefusal.BadTerm => T("the last day has to be today or later, and at most a year away."),
        AdministrationRefusal.BadReference => T("a member's account needs its reference, Patient/ID; a provider's may have one, Practitioner/ID; no other account has any."),
        AdministrationRefusal.ReferenceTaken => T("another account has this reference."),
        AdministrationRefusal.NoSuchAccount => T("there is no such account."),
        AdministrationRefusal.OwnAccount => T("this is your own account. Another administrator disables it; your own sessions you end under Account."),
        AdministrationRefusal.AlreadyDisabled => T("the account is disabled already."),
        AdministrationRefusal.NotDisabled => T("the account is not disabled."),
    };
}
