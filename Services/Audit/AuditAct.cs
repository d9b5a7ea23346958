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

    /// <summary>A new password is to be assigned; its secret is not made yet.</summary>
    AssignmentAsked,

    /// <summary>The first sign-in with an assigned password: it opens a short while in which it is replaced (C3).</summary>
    AssignedPasswordUsed,

    /// <summary>A postal address was read to write a sealed letter to.</summary>
    LetterAddressRead,
    CallAsked,

    /// <summary>The desk looked for someone by an exact number or name.</summary>
    DeskSought,

    /// <summary>The desk read the telephone numbers of record to call back.</summary>
    CallBackNumberRead,

    /// <summary>The desk made sure whom it speaks with; the rule says how.</summary>
    DeskReached,
    DeskCodeSent,

    /// <summary>The person confirmed the words by which the desk proved itself.</summary>
    DeskWordsConfirmed,
    DeskEndedSessions,
    DeskClosed,
}
