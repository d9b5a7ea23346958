namespace PrivacyPortal.Services.Audit;

/// <summary>What an act is called in FHIR: the event's type and subtype, and the action letter (C create, R read, U update, D delete, E execute).</summary>
internal readonly record struct AuditEventCodes(AuditEventCodes.Code Type, AuditEventCodes.Code? Subtype, string Action)
{
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private static readonly Code Authentication = new(Dicom, "110114", "User Authentication");
    private static readonly Code SecurityAlert = new(Dicom, "110113", "Security Alert");

    internal static AuditEventCodes Of(AuditAct act) => act switch
    {
        AuditAct.RecordRead or AuditAct.ConcernRead or AuditAct.AnswerRead or AuditAct.RequestRead or AuditAct.NoticeAddressRead or AuditAct.PartRevealed => new(
            new("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"), new("http://hl7.org/fhir/restful-interaction", "read", "read"), "R"),
        AuditAct.MemberSearched => new(
            new("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"), new("http://hl7.org/fhir/restful-interaction", "search-type", "search-type"), "E"),
        AuditAct.SignIn or AuditAct.SessionBegan or AuditAct.SecondFactorGiven => new(Authentication, new(Dicom, "110122", "Login"), "E"),
        AuditAct.SignOut or AuditAct.Exit or AuditAct.SessionEnded => new(Authentication, new(Dicom, "110123", "Logout"), "E"),
        AuditAct.GlassBroken => new(SecurityAlert, new(Dicom, "110127", "Emergency Override Started"), "E"),
        AuditAct.RoleGranted or AuditAct.RoleRevoked or AuditAct.RoleRenewed or AuditAct.RoleProposalDecided => new(
            SecurityAlert, new(Dicom, "110136", "Security Roles Changed"), "U"),
        AuditAct.RecordTaken => new(new(Dicom, "110106", "Export"), null, "R"),
        AuditAct.AuditSearched => new(new(Dicom, "110101", "Audit Log Used"), null, "R"),
        AuditAct.AccountCreated or AuditAct.PasswordAssigned or AuditAct.PasswordReplaced or AuditAct.PasswordChanged or AuditAct.PasswordClosed
            or AuditAct.PasswordConfirmed or AuditAct.SecondFactorAdded or AuditAct.SecondFactorRemoved or AuditAct.SecondFactorRenamed
            or AuditAct.RecoveryCodesMade or AuditAct.RecoveryCodeUsed => new(SecurityAlert, new(Dicom, "110137", "User security Attributes Changed"), "U"),
        // what opens and closes access, and whatever is added later
        _ => new(SecurityAlert, new(Dicom, "110129", "Security Configuration"), "U"),
    };

    internal readonly record struct Code(string System, string Value, string Display);
}
