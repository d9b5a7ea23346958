namespace PrivacyPortal.Services.Storage;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    SignedOut,
    Exited,
    Idle,
    TooOld,
    PasswordChanged,

    /// <summary>Its owner ended it, from another session's list.</summary>
    EndedByOwner,

    /// <summary>Its owner said that someone else may know the password (C8).</summary>
    Compromised,
    AccountClosed,
    Revoked,

    /// <summary>An administrator ended every session of the account.</summary>
    EndedByAdministrator,
    SecondFactorChanged,

    /// <summary>Another session took its place: the second factor was given.</summary>
    Raised,
}
