using PrivacyPortal.Services.Passwords;

namespace PrivacyPortal.Components.Passwords;

/// <summary>Each refusal of a new password in one plain sentence that says what to do.</summary>
public static class PasswordMessages
{
    public static string Sentence(PasswordRefusal refusal) => refusal switch
    {
        PasswordRefusal.Missing => T("Type a new password."),
        PasswordRefusal.TooShort => T("Use at least {0} characters. Several words with spaces are fine.", PasswordRules.ShortestAlone),
        PasswordRefusal.TooLong => T("Use at most {0} characters.", PasswordRules.Longest),
        PasswordRefusal.NotTheSame => T("The two fields differ. Type the same password in both."),
        PasswordRefusal.SameAsBefore => T("This is the password you were assigned. Choose one that only you know."),
        PasswordRefusal.SameAsCurrent => T("This is the password you have now. Choose another."),
        PasswordRefusal.WrongCurrent => T("That is not your current password. Type it again."),
        PasswordRefusal.WaitForCurrent => T("The current password was wrong several times in a row. Wait some minutes and try again; if you do not know it, call us."),
        PasswordRefusal.WrongCode => T("Type the six digits that your authenticator shows now, or a recovery code that you have not used yet."),
        PasswordRefusal.WaitForCode => T("The code was wrong several times in a row. Wait some minutes and try again."),
        PasswordRefusal.SessionOver => T("Your session has ended. Sign in again and repeat the change."),
        PasswordRefusal.NamesAccountOrPlan => T("Leave out your sign-in name and the plan's name: they are tried first."),
        PasswordRefusal.Common => T("This is made of words and passwords that are tried first. Add words that have nothing to do with each other."),
        PasswordRefusal.Breached => T("This password was stolen somewhere else and is on the lists of those who guess. Choose one that you use nowhere else."),
        PasswordRefusal.Repeats => T("This repeats itself. Choose characters or words that differ."),
        PasswordRefusal.Runs => T("This runs along the alphabet, the numbers or the keyboard. Choose words that have nothing to do with each other."),
    };
}
