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
        { Act: AuditAct.PasswordAssigned } => "The plan assigned a new password.",
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
        { Act: AuditAct.NoticeQueued } => "A notice was written to you.",
        { Act: AuditAct.NoticeAddressRead } => "Your e-mail address was read from the record system to send a notice.",
        { Act: AuditAct.RecordRead, Category: { } category } => $"{(one.Allowed ? "Opened" : "Refused")}: {CategoryWords.Say(category)}, {(one.Own ? $"with your account{On(one)}" : "by someone else with a need to view")}.",
        _ => $"{one.Act}{(one.Allowed ? "" : ", refused")}{On(one)}.",
    };

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
