namespace PrivacyPortal.Services.Access;

/// <summary>The words for what a decision is made of, in both languages.</summary>
public static class AccessWords
{
    public static string Say(Role role, SentenceLanguage language) => (role, language) switch
    {
        (Role.Member, SentenceLanguage.English) => "the member",
        (Role.Member, SentenceLanguage.Spanish) => "la persona afiliada",
        (Role.Representative, SentenceLanguage.English) => "a personal representative",
        (Role.Representative, SentenceLanguage.Spanish) => "una persona representante",
        (Role.Provider, SentenceLanguage.English) => "a provider",
        (Role.Provider, SentenceLanguage.Spanish) => "un profesional de la salud",
        (Role.ClinicianDesignee, SentenceLanguage.English) => "a clinician's designee",
        (Role.ClinicianDesignee, SentenceLanguage.Spanish) => "una persona designada por un profesional de la salud",
        (Role.MainOfficeContact, SentenceLanguage.English) => "a practice's main office",
        (Role.MainOfficeContact, SentenceLanguage.Spanish) => "la oficina principal de un consultorio",
        (Role.Support, SentenceLanguage.English) => "the plan's support desk",
        (Role.Support, SentenceLanguage.Spanish) => "el servicio de ayuda del plan",
        (Role.ClaimsExaminer, SentenceLanguage.English) => "a claims examiner of the plan",
        (Role.ClaimsExaminer, SentenceLanguage.Spanish) => "una persona examinadora de reclamaciones del plan",
        (Role.CareManager, SentenceLanguage.English) => "a care manager of the plan",
        (Role.CareManager, SentenceLanguage.Spanish) => "una persona coordinadora de cuidados del plan",
        (Role.PrivacyOfficer, SentenceLanguage.English) => "the plan's privacy officer",
        (Role.PrivacyOfficer, SentenceLanguage.Spanish) => "la persona responsable de privacidad del plan",
        (Role.Administrator, SentenceLanguage.English) => "an administrator of the portal",
        (Role.Administrator, SentenceLanguage.Spanish) => "una persona administradora del portal",
        _ => Unknown(language),
    };

    public static string Say(Category category, SentenceLanguage language) => (category, language) switch
    {
        (Category.Identity, SentenceLanguage.English) => "name and contact",
        (Category.Identity, SentenceLanguage.Spanish) => "nombre y contacto",
        (Category.Coverage, SentenceLanguage.English) => "coverage",
        (Category.Coverage, SentenceLanguage.Spanish) => "cobertura",
        (Category.Claims, SentenceLanguage.English) => "claims",
        (Category.Claims, SentenceLanguage.Spanish) => "reclamaciones",
        (Category.Services, SentenceLanguage.English) => "visits and procedures",
        (Category.Services, SentenceLanguage.Spanish) => "consultas y procedimientos",
        (Category.Medications, SentenceLanguage.English) => "medications",
        (Category.Medications, SentenceLanguage.Spanish) => "medicamentos",
        (Category.Clinical, SentenceLanguage.English) => "conditions, allergies and immunizations",
        (Category.Clinical, SentenceLanguage.Spanish) => "afecciones, alergias y vacunas",
        (Category.Results, SentenceLanguage.English) => "results",
        (Category.Results, SentenceLanguage.Spanish) => "resultados",
        (Category.Documents, SentenceLanguage.English) => "documents",
        (Category.Documents, SentenceLanguage.Spanish) => "documentos",
        (Category.Messages, SentenceLanguage.English) => "messages",
        (Category.Messages, SentenceLanguage.Spanish) => "mensajes",
        _ => Unknown(language),
    };

    public static string Say(PurposeOfUse purpose, SentenceLanguage language) => (purpose, language) switch
    {
        (PurposeOfUse.PatientRequest, SentenceLanguage.English) => "at the member's request",
        (PurposeOfUse.PatientRequest, SentenceLanguage.Spanish) => "a petición de la persona afiliada",
        (PurposeOfUse.Treatment, SentenceLanguage.English) => "for treatment",
        (PurposeOfUse.Treatment, SentenceLanguage.Spanish) => "para el tratamiento",
        (PurposeOfUse.Payment, SentenceLanguage.English) => "for payment of care",
        (PurposeOfUse.Payment, SentenceLanguage.Spanish) => "para el pago de la atención",
        (PurposeOfUse.Operations, SentenceLanguage.English) => "for the plan's operations",
        (PurposeOfUse.Operations, SentenceLanguage.Spanish) => "para las operaciones del plan",
        (PurposeOfUse.CareManagement, SentenceLanguage.English) => "for care management",
        (PurposeOfUse.CareManagement, SentenceLanguage.Spanish) => "para la coordinación de cuidados",
        (PurposeOfUse.EmergencyTreatment, SentenceLanguage.English) => "for emergency treatment",
        (PurposeOfUse.EmergencyTreatment, SentenceLanguage.Spanish) => "para un tratamiento de emergencia",
        _ => Unknown(language),
    };

    /// <summary>The need as a reason: "because ...".</summary>
    public static string Say(NeedKind need, SentenceLanguage language) => (need, language) switch
    {
        (NeedKind.Self, SentenceLanguage.English) => "the record is their own",
        (NeedKind.Self, SentenceLanguage.Spanish) => "es su propio expediente",
        (NeedKind.PersonalRepresentative, SentenceLanguage.English) => "the member named them as personal representative",
        (NeedKind.PersonalRepresentative, SentenceLanguage.Spanish) => "la persona afiliada la nombró representante personal",
        (NeedKind.BasicRepresentative, SentenceLanguage.English) => "the member named them as representative for plan business",
        (NeedKind.BasicRepresentative, SentenceLanguage.Spanish) => "la persona afiliada la nombró representante para trámites del plan",
        (NeedKind.TreatingPractitioner, SentenceLanguage.English) => "the record system shows that the practice treats the member",
        (NeedKind.TreatingPractitioner, SentenceLanguage.Spanish) => "el sistema de expedientes indica que el consultorio atiende a la persona afiliada",
        (NeedKind.AssignedCase, SentenceLanguage.English) => "an open case about the member is assigned to them",
        (NeedKind.AssignedCase, SentenceLanguage.Spanish) => "tiene asignado un caso abierto sobre la persona afiliada",
        (NeedKind.Emergency, SentenceLanguage.English) => "they declared an emergency, which another person reviews",
        (NeedKind.Emergency, SentenceLanguage.Spanish) => "declaró una emergencia, que otra persona revisa",
        (NeedKind.CareEnrollment, SentenceLanguage.English) => "the member is enrolled in care management with them",
        (NeedKind.CareEnrollment, SentenceLanguage.Spanish) => "la persona afiliada está inscrita en su programa de coordinación de cuidados",
        (NeedKind.PrivacyReview, SentenceLanguage.English) => "an open privacy review about the member is assigned to them",
        (NeedKind.PrivacyReview, SentenceLanguage.Spanish) => "tiene asignada una revisión de privacidad abierta sobre la persona afiliada",
        (NeedKind.MemberPermission, SentenceLanguage.English) => "the member gave permission",
        (NeedKind.MemberPermission, SentenceLanguage.Spanish) => "la persona afiliada dio su permiso",
        _ => Unknown(language),
    };

    private static string Unknown(SentenceLanguage language) => language == SentenceLanguage.Spanish ? "algo desconocido" : "something unknown";
}
