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
}
