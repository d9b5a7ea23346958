using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.SecondFactors;

/// <summary>Each refusal in one plain sentence that says what to do, and each factor by its name.</summary>
internal static class SecondFactorMessages
{
    internal static string Sentence(SecondFactorRefusal refusal) => refusal switch
    {
        SecondFactorRefusal.WrongCode => "That code does not work now. A code works once, and only for about a minute: wait for the next one and type it.",
        SecondFactorRefusal.TooManyTries => "Too many wrong tries in a row. Wait some minutes, then try again.",
        SecondFactorRefusal.WrongPasskey => "That passkey did not work here. Try again, or use another way.",
        SecondFactorRefusal.SessionEnded => "This sign-in is over. Sign in again.",
        SecondFactorRefusal.PasswordNotFresh => "Type your password again first.",
        SecondFactorRefusal.WrongPassword => "That is not your password. Try again.",
        SecondFactorRefusal.TooOld => "This page was open for too long. Here is a fresh one: please start again.",
        SecondFactorRefusal.NotThere => "This was changed in the meantime. Look at the list and try again.",
        SecondFactorRefusal.LastOneNeeded => "Your role needs a second step, and this is the only one. Add another first.",
    };

    internal static string Name(SecondFactorKind kind) => kind switch
    {
        SecondFactorKind.Authenticator => "Authenticator app",
        SecondFactorKind.Passkey => "Passkey",
    };

    internal static string Name(SecondFactorPlace place) => place switch
    {
        SecondFactorPlace.Phone => "Phone",
        SecondFactorPlace.Tablet => "Tablet",
        SecondFactorPlace.Computer => "Computer",
        SecondFactorPlace.SecurityKey => "Security key",
        SecondFactorPlace.PasswordManager => "Password manager",
        SecondFactorPlace.SomethingElse => "Something else",
    };
}
