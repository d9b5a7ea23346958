namespace PrivacyPortal.Services.Storage;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    SignedOut,
    Exited,
    Idle,
    TooOld,
    PasswordChanged,
    AccountClosed,
    Revoked,
    SecondFactorChanged,

    /// <summary>Another session took its place: the second factor was given.</summary>
    Raised,
}
