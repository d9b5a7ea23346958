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

    /// <summary>The desk took away a lost second factor, and the password with it.</summary>
    DeskForgotFactors,

    /// <summary>Someone read the answer to their own concern, or tried to with a word that is not its.</summary>
    AnswerRead,

    /// <summary>Someone stayed under a version of the statement; the row says which (C20).</summary>
    StatementStayed,

    /// <summary>The entries before the row named were moved to an archive, after six years.</summary>
    AuditRetired,

    /// <summary>Someone took their own record with them, in the form that the rule names.</summary>
    RecordTaken,

    /// <summary>A message is about to go to the record system.</summary>
    MessageWritten,

    /// <summary>A member asked something of the plan; its number stands in the line.</summary>
    RequestMade,
    RequestRead,

    /// <summary>The time of a request was extended, once.</summary>
    RequestExtended,

    /// <summary>A request was answered; the rule says how.</summary>
    RequestAnswered,
    RequestWithdrawn,

    /// <summary>The privacy office wrote down that a record is an account's own or a relative's; the rule says which (C13).</summary>
    TieDeclared,
}
