using PrivacyPortal.Services.Activity;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Components.Account;

/// <summary>A line of the audit in one plain sentence.</summary>
internal static class ActivityWords
{
    internal static string Say(AccountEvent one) => one switch
    {
        { Act: AuditAct.SessionBegan } => T("Signed in{0}.", On(one)),
        { Act: AuditAct.SignIn, Reason: "Throttled" } => T("A try to sign in was not looked at: there had been too many wrong ones."),
        { Act: AuditAct.SignIn, Allowed: false } => T("Someone tried to sign in with a wrong password."),
        { Act: AuditAct.SessionEnded } => T("A session{0} ended: {1}.", On(one), Ending(one.Reason)),
        { Act: AuditAct.PasswordReplaced, Allowed: true } => T("You replaced the assigned password with your own."),
        { Act: AuditAct.PasswordChanged, Allowed: true } => T("The password was changed{0}.", On(one)),
        { Act: AuditAct.PasswordChanged, Reason: nameof(PasswordRefusal.WrongCurrent) } => T("Someone{0} tried to change the password with a wrong current one.", On(one)),
        { Act: AuditAct.PasswordChanged or AuditAct.PasswordReplaced } => T("A new password was refused."),
        { Act: AuditAct.PasswordClosed, Allowed: true } => T("The password was closed because someone else may know it."),
        { Act: AuditAct.PasswordClosed } => T("Someone tried to close the password with a wrong one."),
        { Act: AuditAct.PasswordAssigned, Allowed: true } => T("A new password was made and sent: by letter, or in two halves."),
        { Act: AuditAct.PasswordAssigned } => T("A letter with a new password could not be sent: your record has no address, or the record system did not take it."),
        { Act: AuditAct.AssignedPasswordUsed } => T("An assigned password was used for the first time. It had to be replaced within fifteen minutes."),
        { Act: AuditAct.AssignmentAsked, Allowed: true, Own: false } => T("The plan's desk began to assign a new password, after making sure of you: {0}.", Verified(one.Rule)),
        { Act: AuditAct.AssignmentAsked, Allowed: true } => T("Someone asked for a letter with a new password, with your sign-in name."),
        { Act: AuditAct.AssignmentAsked } => T("Someone asked for a letter with a new password, with your sign-in name. None was sent."),
        { Act: AuditAct.CallAsked } => T("Someone asked for a call from the desk, with your sign-in name."),
        { Act: AuditAct.LetterAddressRead } => T("Your postal address was read from the record system to write a letter to."),
        { Act: AuditAct.DeskSought } => T("The plan's desk opened a call about your account."),
        { Act: AuditAct.CallBackNumberRead } => T("The plan's desk read your telephone number from the record system to call you back."),
        { Act: AuditAct.DeskCodeSent } => T("The plan's desk sent a code to your e-mail address."),
        { Act: AuditAct.DeskReached, Allowed: true } => T("The plan's desk noted: {0}.", Verified(one.Rule)),
        { Act: AuditAct.DeskReached } => T("A wrong code was read out to the plan's desk."),
        { Act: AuditAct.DeskWordsConfirmed } => T("The plan's desk noted that you saw the same three words."),
        { Act: AuditAct.DeskEndedSessions } => T("The plan's desk ended all your sessions, after making sure of you: {0}.", Verified(one.Rule)),
        { Act: AuditAct.DeskForgotFactors } => T("The plan's desk removed your lost second step and closed your password, after making sure of you: {0}. A letter with a new one was begun.", Verified(one.Rule)),
        { Act: AuditAct.DeskClosed, Rule: null } => T("The plan's desk closed your password because a caller said that someone else may know it. Closing waits for no proof of who calls."),
        { Act: AuditAct.DeskClosed } => T("The plan's desk closed your password because someone else may know it, after making sure of you: {0}.", Verified(one.Rule)),
        { Act: AuditAct.AccountCreated } => T("The plan made this account."),
        { Act: AuditAct.AccountDisabled, Allowed: true } => T("An administrator closed an account."),
        { Act: AuditAct.AccountEnabled, Allowed: true } => T("An administrator opened an account again."),
        { Act: AuditAct.AccountSessionsEnded, Allowed: true } => T("An administrator ended the sessions of an account."),
        { Act: AuditAct.PasswordConfirmed, Allowed: true } => T("The password was asked for again and given{0}.", On(one)),
        { Act: AuditAct.PasswordConfirmed } => T("The password was asked for again and was wrong{0}.", On(one)),
        { Act: AuditAct.SecondFactorGiven, Allowed: true } => T("A second factor was given{0}.", On(one)),
        { Act: AuditAct.SecondFactorGiven } => T("A second factor was wrong{0}.", On(one)),
        { Act: AuditAct.SecondFactorAdded, Allowed: true } => T("A second factor was added{0}.", On(one)),
        { Act: AuditAct.SecondFactorRemoved, Allowed: true } => T("A second factor was removed{0}.", On(one)),
        { Act: AuditAct.SecondFactorRenamed, Allowed: true } => T("A second factor was renamed{0}.", On(one)),
        { Act: AuditAct.RecoveryCodesMade, Allowed: true } => T("New recovery codes were made{0}.", On(one)),
        { Act: AuditAct.RecoveryCodeUsed, Allowed: true } => T("A recovery code was used{0}.", On(one)),
        { Act: AuditAct.StatementStayed } => T("Stayed under the privacy statement{0}.", On(one)),
        { Act: AuditAct.ConcernRaised } => T("A comment or concern was sent{0}.", On(one)),
        { Act: AuditAct.MessageWritten, Own: true } => T("A message to the plan was sent{0}.", On(one)),
        { Act: AuditAct.RequestMade, Own: true } => T("A request to the plan was made{0}.", On(one)),
        { Act: AuditAct.RequestWithdrawn, Own: true } => T("A request to the plan was withdrawn{0}.", On(one)),
        { Act: AuditAct.MessageWritten } => T("The plan wrote you a message."),
        { Act: AuditAct.RequestExtended } => T("The plan extended the time of a request."),
        { Act: AuditAct.RequestAnswered } => T("The plan answered a request."),
        { Act: AuditAct.RequestRead } => T("The plan read a request."),
        { Act: AuditAct.AnswerRead, Allowed: true } => T("The answer to a comment or concern was read{0}.", On(one)),
        { Act: AuditAct.NoticeQueued } => T("A notice was written to you."),
        { Act: AuditAct.NoticeAddressRead } => T("Your e-mail address was read from the record system to send a notice."),
        { Act: AuditAct.RecordTaken, Allowed: true } => T("You took your record along{0}: {1}.", On(one), Taken(one.Rule)),
        { Act: AuditAct.RecordRead, Category: { } category } => T("{0}: {1}, {2}.", one.Allowed ? T("Opened") : T("Refused"), CategoryWords.Say(category), one.Own ? T("with your account{0}", On(one)) : T("by someone else with a need to view")),
        _ => $"{one.Act}{(one.Allowed ? "" : T(", refused"))}{On(one)}.",
    };

    private static string Taken(string? form) => form switch
    {
        nameof(TakeawayForm.Print) => T("on paper"),
        nameof(TakeawayForm.ClaimsTable) => T("the claims as a table"),
        _ => T("everything, as a FHIR bundle"),
    };

    private static string Verified(string? rule) => rule?.StartsWith(nameof(DeskReach.CodeGiven), StringComparison.Ordinal) == true
        ? T("the code from your e-mail was read out") : T("you were called at the number in your record");

    private static string On(AccountEvent one) => one.On is null ? "" : $" ({one.On})";

    private static string Ending(string? reason) => Enum.TryParse<SessionEnd>(reason, out var end) ? end switch
    {
        SessionEnd.SignedOut => T("you signed out"),
        SessionEnd.Exited => T("you left by Exit"),
        SessionEnd.Idle => T("nothing was done for a while"),
        SessionEnd.TooOld => T("it had reached its longest time"),
        SessionEnd.PasswordChanged => T("the password was changed"),
        SessionEnd.EndedByOwner => T("you ended it from another session"),
        SessionEnd.Compromised => T("someone else may know the password"),
        SessionEnd.AccountClosed => T("the account was closed"),
        SessionEnd.EndedByAdministrator => T("an administrator ended it"),
        SessionEnd.Revoked or SessionEnd.Raised => T("another one began in its place"),
        SessionEnd.SecondFactorChanged => T("a second factor was added or removed"),
    } : T("it was over");
}
