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
    PasswordConfirmed,
    SecondFactorGiven,
    SecondFactorAdded,
    SecondFactorRemoved,
    SecondFactorRenamed,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    NoticeQueued,
    NoticeAddressRead,
}
