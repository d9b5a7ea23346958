namespace PrivacyPortal.Services.Desk;

/// <summary>Why the desk did not do something.</summary>
public enum DeskRefusal
{
    /// <summary>The employee does not hold the role now.</summary>
    NotYourRole,

    /// <summary>No account opens with this number or name, or it is the employee's own or a relative's: one answer.</summary>
    NothingFound,

    /// <summary>Too many searches in a short time.</summary>
    TooMany,

    /// <summary>The record system does not answer.</summary>
    RecordsUnavailable,

    /// <summary>The call is over: finished, or older than half an hour.</summary>
    CallOver,

    /// <summary>Steps of the verification are missing.</summary>
    NotVerified,

    /// <summary>The code was wrong.</summary>
    WrongCode,

    /// <summary>No code works any more: too many were wrong, or ten minutes are over.</summary>
    CodeOver,

    /// <summary>The record has no telephone number or no address to reach the person.</summary>
    NoContact,

    /// <summary>There is no mail server.</summary>
    NoMail,

    /// <summary>Two halves want a call-back: a code by e-mail and half a password by e-mail would be one way, not two.</summary>
    HalvesWantCallBack,

    /// <summary>The record was changed in the last ten days: the address may be an impostor's.</summary>
    ContactIsNew,

    /// <summary>As many letters as an account gets in a week are on their way.</summary>
    EnoughLetters,
}
