namespace PrivacyPortal.Services.Administration;

/// <summary>Why an act on an account was not done.</summary>
public enum AdministrationRefusal
{
    /// <summary>Only an administrator does it.</summary>
    NotYourOffice,

    BadUserName,

    NameTaken,

    NoRole,

    /// <summary>An administrator holds no other role.</summary>
    AdministratorsHoldNothingElse,

    /// <summary>A role is given for at least a moment and at most a year.</summary>
    BadTerm,

    /// <summary>A reference is <c>Patient/ID</c> or <c>Practitioner/ID</c>; a member's account has the former, a provider's may have the latter.</summary>
    BadReference,

    /// <summary>Another account has this member's record.</summary>
    ReferenceTaken,

    NoSuchAccount,

    /// <summary>Nobody closes their own account or ends their own sessions here.</summary>
    OwnAccount,

    AlreadyDisabled,

    NotDisabled,
}
