namespace PrivacyPortal.Services.Access;

/// <summary>Why a record is opened: the HL7 v3 PurposeOfUse codes the portal knows.</summary>
public enum PurposeOfUse
{
    /// <summary>PATRQT: the person asks for their own record.</summary>
    PatientRequest,

    /// <summary>TREAT: treatment.</summary>
    Treatment,

    /// <summary>HPAYMT: healthcare payment.</summary>
    Payment,

    /// <summary>HOPERAT: healthcare operations.</summary>
    Operations,

    /// <summary>CAREMGT: care management.</summary>
    CareManagement,

    /// <summary>ETREAT: emergency treatment, opened by break-glass.</summary>
    EmergencyTreatment,
}

/// <summary>The code of a purpose as the audit writes it.</summary>
public static class PurposeCodes
{
    /// <summary>The HL7 v3 code, such as <c>PATRQT</c>.</summary>
    public static string Code(this PurposeOfUse purpose) => purpose switch
    {
        PurposeOfUse.PatientRequest => "PATRQT",
        PurposeOfUse.Treatment => "TREAT",
        PurposeOfUse.Payment => "HPAYMT",
        PurposeOfUse.Operations => "HOPERAT",
        PurposeOfUse.CareManagement => "CAREMGT",
        PurposeOfUse.EmergencyTreatment => "ETREAT",
    };
}
