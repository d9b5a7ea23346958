namespace PrivacyPortal.Services.Audit;

/// <summary>What happened. The names are what the audit writes; they never change once released.</summary>
public enum AuditAct
{
    RecordRead,
    SignIn,
    SignOut,
    Exit,
    SessionEnded,
    PasswordReplaced,
    AccountCreated,
    PasswordAssigned,
    CaseOpened,
    CaseClosed,
    RepresentativeGiven,
    RepresentativeEnded,
    PermissionGiven,
    RestrictionAsked,
    RestrictionLifted,
    GlassBroken,
    EmergencyReviewed,
    PanelChecked,
    RuleChangeProposed,
    RuleChangeDecided,
    RoleGranted,
    RoleProposalDecided,
    RoleRevoked,
    RoleRenewed,

    /// <summary>A session began; its row says on what kind of device.</summary>
    SessionBegan,

    /// <summary>A personal password was changed for another, or that was refused.</summary>
    PasswordChanged,

    /// <summary>Someone said that another person may know the password: it opens nothing any more (C8).</summary>
    PasswordClosed,

    /// <summary>The password was given again for something that needs it fresh.</summary>
    PasswordConfirmed,
    SecondFactorGiven,
    SecondFactorAdded,
    SecondFactorRemoved,
    SecondFactorRenamed,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    NoticeQueued,
    NoticeAddressRead,

    /// <summary>An administrator closed an account: it cannot sign in, and what was open ended.</summary>
    AccountDisabled,

    /// <summary>An administrator opened a closed account again.</summary>
    AccountEnabled,

    /// <summary>An administrator ended every session of an account.</summary>
    AccountSessionsEnded,

    /// <summary>An account had a code made by which a member can name it.</summary>
    CodeShown,
    ConcernRaised,
    ConcernRead,
    ConcernAnswered,

    /// <summary>A privacy officer looked into the audit; what for stands in the line.</summary>
    AuditSearched,
    /// <summary>Someone at work looked for a member by exact identifiers; the row says whom they found, if anyone.</summary>
    MemberSearched,

    /// <summary>Someone at work gave a reason for showing a part of an open record.</summary>
    PartRevealed,
}
