namespace PrivacyPortal.Services.Passwords;

/// <summary>Why a new password was not taken.</summary>
public enum PasswordRefusal
{
    Missing,

    /// <summary>Fewer than <see cref="PasswordRules.ShortestAlone"/> characters.</summary>
    TooShort,

    /// <summary>More than <see cref="PasswordRules.Longest"/> characters.</summary>
    TooLong,

    /// <summary>The two fields differ.</summary>
    NotTheSame,

    /// <summary>It is the assigned password that is being replaced.</summary>
    SameAsBefore,

    /// <summary>It is the personal password that is being changed.</summary>
    SameAsCurrent,

    /// <summary>The current password was not typed right.</summary>
    WrongCurrent,

    /// <summary>The current password was typed wrong too often; for a while none is looked at.</summary>
    WaitForCurrent,

    /// <summary>The account has a second factor, and no code of it was typed right.</summary>
    WrongCode,

    /// <summary>Codes were typed wrong too often; for a while none is looked at.</summary>
    WaitForCode,

    /// <summary>The session that asked is over.</summary>
    SessionOver,

    /// <summary>It holds the sign-in name or the plan's name.</summary>
    NamesAccountOrPlan,

    /// <summary>It is on the lists that are tried first: common passwords and words alone.</summary>
    Common,

    /// <summary>It is on the plan's list of passwords that were stolen elsewhere.</summary>
    Breached,

    /// <summary>It repeats one character or piece.</summary>
    Repeats,

    /// <summary>It runs along the alphabet, the numbers or the keyboard.</summary>
    Runs,
}
