using PrivacyPortal.Services.Activity;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Account;

/// <summary>A line of the audit in one plain sentence.</summary>
internal static class ActivityWords
{
    internal static string Say(AccountEvent one) => one switch
    {
        { Act: AuditAct.SessionBegan } => $"Signed in{On(one)}.",
        { Act: AuditAct.SignIn, Reason: "Throttled" } => "A try to sign in was not looked at: there had been too many wrong ones.",
        { Act: AuditAct.SignIn, Allowed: false } => "Someone tried to sign in with a wrong password.",
        { Act: AuditAct.SessionEnded } => $"A session{On(one)} ended: {Ending(one.Reason)}.",
        { Act: AuditAct.PasswordReplaced, Allowed: true } => "You replaced the assigned password with your own.",
        { Act: AuditAct.PasswordChanged, Allowed: true } => $"The password was changed{On(one)}.",
        { Act: AuditAct.PasswordChanged, Reason: nameof(PasswordRefusal.WrongCurrent) } => $"Someone{On(one)} tried to change the password with a wrong current one.",
        { Act: AuditAct.PasswordChanged or AuditAct.PasswordReplaced } => "A new password was refused.",
        { Act: AuditAct.PasswordClosed, Allowed: true } => "The password was closed because someone else may know it.",
        { Act: AuditAct.PasswordClosed } => "Someone tried to close the password with a wrong one.",
        { Act: AuditAct.PasswordAssigned, Allowed: true } => "A new password was made and sent: by letter, or in two halves.",
        { Act: AuditAct.PasswordAssigned } => "A letter with a new password could not be sent: your record has no address, or the record system did not take it.",
        { Act: AuditAct.AssignedPasswordUsed } => "An assigned password was used for the first time. It had to be replaced within fifteen minutes.",
        { Act: AuditAct.AssignmentAsked, Allowed: true, Own: false } => $"The plan's desk began to assign a new password, after making sure of you: {Verified(one.Rule)}.",
        { Act: AuditAct.AssignmentAsked, Allowed: true } => "Someone asked for a letter with a new password, with your sign-in name.",
        { Act: AuditAct.AssignmentAsked } => "Someone asked for a letter with a new password, with your sign-in name. None was sent.",
        { Act: AuditAct.CallAsked } => "Someone asked for a call from the desk, with your sign-in name.",
        { Act: AuditAct.LetterAddressRead } => "Your postal address was read from the record system to write a letter to.",
        { Act: AuditAct.DeskSought } => "The plan's desk opened a call about your account.",
        { Act: AuditAct.CallBackNumberRead } => "The plan's desk read your telephone number from the record system to call you back.",
        { Act: AuditAct.DeskCodeSent } => "The plan's desk sent a code to your e-mail address.",
        { Act: AuditAct.DeskReached, Allowed: true } => $"The plan's desk noted: {Verified(one.Rule)}.",
        { Act: AuditAct.DeskReached } => "A wrong code was read out to the plan's desk.",
        { Act: AuditAct.DeskWordsConfirmed } => "The plan's desk noted that you saw the same three words.",
        { Act: AuditAct.DeskEndedSessions } => "The plan's desk ended all your sessions.",
        { Act: AuditAct.DeskForgotFactors } => "The plan's desk removed your lost second step and closed your password; a letter with a new one was begun.",
        { Act: AuditAct.DeskClosed } => "The plan's desk closed your password because someone else may know it.",
        { Act: AuditAct.AccountCreated } => "The plan made this account.",
        { Act: AuditAct.AccountDisabled, Allowed: true } => "An administrator closed an account.",
        { Act: AuditAct.AccountEnabled, Allowed: true } => "An administrator opened an account again.",
        { Act: AuditAct.AccountSessionsEnded, Allowed: true } => "An administrator ended the sessions of an account.",
        { Act: AuditAct.PasswordConfirmed, Allowed: true } => $"The password was asked for again and given{On(one)}.",
        { Act: AuditAct.PasswordConfirmed } => $"The password was asked for again and was wrong{On(one)}.",
        { Act: AuditAct.SecondFactorGiven, Allowed: true } => $"A second factor was given{On(one)}.",
        { Act: AuditAct.SecondFactorGiven } => $"A second factor was wrong{On(one)}.",
        { Act: AuditAct.SecondFactorAdded, Allowed: true } => $"A second factor was added{On(one)}.",
        { Act: AuditAct.SecondFactorRemoved, Allowed: true } => $"A second factor was removed{On(one)}.",
        { Act: AuditAct.SecondFactorRenamed, Allowed: true } => $"A second factor was renamed{On(one)}.",
        { Act: AuditAct.RecoveryCodesMade, Allowed: true } => $"New recovery codes were made{On(one)}.",
        { Act: AuditAct.RecoveryCodeUsed, Allowed: true } => $"A recovery code was used{On(one)}.",
        { Act: AuditAct.StatementStayed } => $"Stayed under the privacy statement{On(one)}.",
        { Act: AuditAct.ConcernRaised } => $"A comment or concern was sent{On(one)}.",
        { Act: AuditAct.AnswerRead, Allowed: true } => $"The answer to a comment or concern was read{On(one)}.",
        { Act: AuditAct.NoticeQueued } => "A notice was written to you.",
        { Act: AuditAct.NoticeAddressRead } => "Your e-mail address was read from the record system to send a notice.",
        { Act: AuditAct.RecordRead, Category: { } category } => $"{(one.Allowed ? "Opened" : "Refused")}: {CategoryWords.Say(category)}, {(one.Own ? $"with your account{On(one)}" : "by someone else with a need to view")}.",
        _ => $"{one.Act}{(one.Allowed ? "" : ", refused")}{On(one)}.",
    };

    private static string Verified(string? rule) => rule?.StartsWith(nameof(DeskReach.CodeGiven), StringComparison.Ordinal) == true
        ? "the code from your e-mail was read out" : "you were called at the number in your record";

    private static string On(AccountEvent one) => one.On is null ? "" : $" ({one.On})";

    private static string Ending(string? reason) => Enum.TryParse<SessionEnd>(reason, out var end) ? end switch
    {
        SessionEnd.SignedOut => "you signed out",
        SessionEnd.Exited => "you left by Exit",
        SessionEnd.Idle => "nothing was done for a while",
        SessionEnd.TooOld => "it had reached its longest time",
        SessionEnd.PasswordChanged => "the password was changed",
        SessionEnd.EndedByOwner => "you ended it from another session",
        SessionEnd.Compromised => "someone else may know the password",
        SessionEnd.AccountClosed => "the account was closed",
        SessionEnd.EndedByAdministrator => "an administrator ended it",
        SessionEnd.Revoked or SessionEnd.Raised => "another one began in its place",
        SessionEnd.SecondFactorChanged => "a second factor was added or removed",
    } : "it was over";
}
