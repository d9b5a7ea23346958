namespace PrivacyPortal.Services.SecondFactors;

/// <summary>Why a second factor, or a change of one, was not taken.</summary>
public enum SecondFactorRefusal
{
    /// <summary>Not a code of this account now; one that was used already is told no apart.</summary>
    WrongCode,

    /// <summary>Too many wrong tries in a row: nothing is looked at for some minutes.</summary>
    TooManyTries,

    /// <summary>The passkey's answer does not fit the question.</summary>
    WrongPasskey,

    /// <summary>The session is over, or is not one that may do this.</summary>
    SessionEnded,

    /// <summary>The password was last given too long ago.</summary>
    PasswordNotFresh,

    /// <summary>The password is not the account's.</summary>
    WrongPassword,

    /// <summary>The page stood open for too long: what it offered is void.</summary>
    TooOld,

    /// <summary>There is no such factor, or it is there already.</summary>
    NotThere,

    /// <summary>The account's role needs one, and this is the last.</summary>
    LastOneNeeded,
}
