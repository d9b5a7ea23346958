namespace PrivacyPortal.Services.Rules;

/// <summary>Why a role was not given, taken or renewed.</summary>
public enum RoleRefusal
{
    /// <summary>Only an administrator gives and takes roles; an administrator or a privacy officer is the second person.</summary>
    NotYourOffice,

    /// <summary>Nobody gives themselves a role, renews their own, or is the second person for themselves.</summary>
    OwnElevation,

    /// <summary>There is no such account, or it is closed.</summary>
    NoSuchAccount,

    AlreadyHeld,

    NotHeld,

    /// <summary>An administrator holds no other role, and nobody with another role becomes one.</summary>
    AdministratorsHoldNothingElse,

    /// <summary>Somebody has to be able to administer.</summary>
    LastAdministrator,

    /// <summary>A role is given for at least a moment and at most a year.</summary>
    BadTerm,

    /// <summary>Who answers for a role is another account that is open.</summary>
    BadOwner,

    /// <summary>The second person is the first.</summary>
    SamePerson,

    /// <summary>The same role waits for a second person already.</summary>
    AlreadyProposed,

    /// <summary>There is no such proposal that waits.</summary>
    NoSuchProposal,
}
