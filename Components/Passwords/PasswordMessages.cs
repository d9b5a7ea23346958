using PrivacyPortal.Services.Passwords;

namespace PrivacyPortal.Components.Passwords;

/// <summary>Each refusal of a new password in one plain sentence that says what to do.</summary>
public static class PasswordMessages
{
    public static string Sentence(PasswordRefusal refusal) => refusal switch
    {
        PasswordRefusal.Missing => "Type a new password.",
        PasswordRefusal.TooShort => $"Use at least {PasswordRules.ShortestAlone} characters. Several words with spaces are fine.",
        PasswordRefusal.TooLong => $"Use at most {PasswordRules.Longest} characters.",
        PasswordRefusal.NotTheSame => "The two fields differ. Type the same password in both.",
        PasswordRefusal.SameAsBefore => "This is the password you were assigned. Choose one that only you know.",
        PasswordRefusal.SameAsCurrent => "This is the password you have now. Choose another.",
        PasswordRefusal.WrongCurrent => "That is not your current password. Type it again.",
        PasswordRefusal.WaitForCurrent => "The current password was wrong several times in a row. Wait some minutes and try again; if you do not know it, call us.",
        PasswordRefusal.SessionOver => "Your session has ended. Sign in again and repeat the change.",
        PasswordRefusal.NamesAccountOrPlan => "Leave out your sign-in name and the plan's name: they are tried first.",
        PasswordRefusal.Breached => "This password was stolen somewhere else and is on the lists of those who guess. Choose one that you use nowhere else.",
        PasswordRefusal.Common => "This is made of words and passwords that are tried first. Add words that have nothing to do with each other.",
        PasswordRefusal.Repeats => "This repeats itself. Choose characters or words that differ.",
        PasswordRefusal.Runs => "This runs along the alphabet, the numbers or the keyboard. Choose words that have nothing to do with each other.",
    };
}
