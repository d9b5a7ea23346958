namespace PrivacyPortal.Services.Access;

/// <summary>What an account may be to a member. A role is a ceiling: it opens nothing without a live need (C13).</summary>
public enum Role
{
    Member,
    Representative,
    Provider,
    ClinicianDesignee,
    MainOfficeContact,
    Support,
    ClaimsExaminer,
    CareManager,
    PrivacyOfficer,
    Administrator,
}
