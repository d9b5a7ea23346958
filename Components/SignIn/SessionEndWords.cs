using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.SignIn;

/// <summary>Why a session ended, to whoever it belonged to. Endings that the person asked for need no sentence.</summary>
internal static class SessionEndWords
{
    /// <summary>From the name of a <see cref="SessionEnd"/>; anything else gives nothing.</summary>
    internal static string? Say(string? name) => Enum.TryParse<SessionEnd>(name, out var end) && Enum.IsDefined(end) && Why(end) is { } why
        ? T("{0} What was shown is gone, from this browser and from the server's memory. Sign in to open it again.", why)
        : null;

    private static string? Why(SessionEnd end) => end switch
    {
        SessionEnd.Idle => T("Your session ended because nothing was done for a while."),
        SessionEnd.TooOld => T("Your session ended because it had reached its longest time."),
        SessionEnd.PasswordChanged => T("Your session ended because the password was changed elsewhere. If that was not you, call us."),
        SessionEnd.EndedByOwner => T("Your session was ended from another one, in the list of sessions."),
        SessionEnd.Compromised => T("Your session ended because someone may know the password. The plan assigns a new one."),
        SessionEnd.SecondFactorChanged => T("Your session ended because a second factor of the account was added or removed. If that was not you, call us."),
        SessionEnd.EndedByAdministrator => T("Your session was ended by an administrator of the portal."),
        SessionEnd.AccountClosed => T("Your session ended because the account was closed."),
        SessionEnd.SignedOut or SessionEnd.Exited or SessionEnd.Revoked or SessionEnd.Raised => null,
    };
}
