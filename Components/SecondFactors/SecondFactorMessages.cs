using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.SecondFactors;

/// <summary>Each refusal in one plain sentence that says what to do, and each factor by its name.</summary>
internal static class SecondFactorMessages
{
    internal static string Sentence(SecondFactorRefusal refusal) => refusal switch
    {
        SecondFactorRefusal.WrongCode => T("That code does not work now. A code works once, and only for about a minute: wait for the next one and type it."),
        SecondFactorRefusal.TooManyTries => T("Too many wrong tries in a row. Wait some minutes, then try again."),
        SecondFactorRefusal.WrongPasskey => T("That passkey did not work here. Try again, or use another way."),
        SecondFactorRefusal.SessionEnded => T("This sign-in is over. Sign in again."),
        SecondFactorRefusal.PasswordNotFresh => T("Type your password again first."),
        SecondFactorRefusal.WrongPassword => T("That is not your password. Try again."),
        SecondFactorRefusal.TooOld => T("This page was open for too long. Here is a fresh one: please start again."),
        SecondFactorRefusal.NotThere => T("This was changed in the meantime. Look at the list and try again."),
        SecondFactorRefusal.LastOneNeeded => T("Your role needs a second step, and this is the only one. Add another first."),
    };

    internal static string Name(SecondFactorKind kind) => kind switch
    {
        SecondFactorKind.Authenticator => T("Authenticator app"),
        SecondFactorKind.Passkey => T("Passkey"),
    };

    internal static string Name(SecondFactorPlace place) => place switch
    {
        SecondFactorPlace.Phone => T("Phone"),
        SecondFactorPlace.Tablet => T("Tablet"),
        SecondFactorPlace.Computer => T("Computer"),
        SecondFactorPlace.SecurityKey => T("Security key"),
        SecondFactorPlace.PasswordManager => T("Password manager"),
        SecondFactorPlace.SomethingElse => T("Something else"),
    };
}
