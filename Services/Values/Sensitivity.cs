namespace PrivacyPortal.Services.Values;

/// <summary>HL7 sensitivity labels the portal knows; any other confidentiality label counts as <see cref="Other"/>.</summary>
[Flags]
public enum Sensitivity
{
    None = 0,

    /// <summary>Mental or behavioural health (PSY, MH, PSYTHPN, BH).</summary>
    BehavioralHealth = 1,

    /// <summary>Substance use, 42 CFR Part 2 (ETH, SUD, ETHUD, OPIOIDUD).</summary>
    SubstanceUse = 2,

    /// <summary>HIV.</summary>
    Hiv = 4,

    /// <summary>Sexual and reproductive health (SEX, SEXUALITY, STD, SDV).</summary>
    SexualReproductive = 8,

    /// <summary>Restricted for another reason (R, V, or a label not known here).</summary>
    Other = 16,
}
