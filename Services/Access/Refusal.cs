namespace PrivacyPortal.Services.Access;

/// <summary>Why the policy said no. The viewer reads a sentence that does not tell "not yours" from "not there" (C13).</summary>
public enum Refusal
{
    /// <summary>The password is still the assigned one; it opens only the page that replaces it (C3).</summary>
    PasswordNotPersonal,

    /// <summary>The second factor was not given yet: the session opens only the page that asks for it.</summary>
    SecondFactorOwed,

    /// <summary>No role of the account may ever see this category for this purpose.</summary>
    NotYourRole,

    /// <summary>No live need covers this member, category and purpose.</summary>
    NoLiveNeed,

    /// <summary>The session or circuit ended, or was never begun.</summary>
    SessionEnded,

    /// <summary>The decision could not be written to the audit, so nothing is shown.</summary>
    NotAudited,

    /// <summary>The record is the viewer's own, a colleague's or a relative's, and the viewer is at work.</summary>
    TooClose,

    /// <summary>The member asked that this stays closed.</summary>
    ClosedByMember,

    /// <summary>The member's permission is asked for, and there is none.</summary>
    NotPermittedByMember,

    /// <summary>A sensitive label was asked for that the need does not name.</summary>
    SensitiveNotNamed,
}
