namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>A laboratory or vital value: its unit, its usual span, and the span values are drawn from.</summary>
internal sealed record Measure(Code Code, string Unit, decimal UsualLow, decimal UsualHigh, decimal From, decimal To, int Decimals);

/// <summary>What somebody may have: what it is called in care and on a claim, what is taken for it, what is measured, who should not see it by default.</summary>
internal sealed record Illness(Code Problem, Code Diagnosis, Code? Medicine, string? Directions, Measure? Measure, string? Sensitivity = null)
{
    private static readonly Measure Sugar = new(Code.Loinc("4548-4", "Hemoglobin A1c"), "%", 4.0m, 5.6m, 5.2m, 9.4m, 1);
    private static readonly Measure Fat = new(Code.Loinc("2093-3", "Cholesterol, total"), "mg/dL", 100m, 199m, 140m, 270m, 0);
    private static readonly Measure Kidney = new(Code.Loinc("2160-0", "Creatinine in blood"), "mg/dL", 0.6m, 1.3m, 0.5m, 1.9m, 2);
    private static readonly Measure Thyroid = new(Code.Loinc("3016-3", "Thyroid-stimulating hormone"), "m[IU]/L", 0.4m, 4.0m, 0.3m, 8.5m, 2);
    private static readonly Measure Virus = new(Code.Loinc("20447-9", "HIV viral load"), "{copies}/mL", 0m, 20m, 0m, 60m, 0);

    public static readonly Illness[] Common =
    [
        new(Code.Snomed("38341003", "High blood pressure"), Code.Icd("I10", "High blood pressure"), Code.RxNorm("314076", "Lisinopril 10 mg tablet"), "One tablet in the morning", Kidney),
        new(Code.Snomed("44054006", "Type 2 diabetes"), Code.Icd("E11.9", "Type 2 diabetes"), Code.RxNorm("861007", "Metformin 500 mg tablet"), "One tablet twice a day with food", Sugar),
        new(Code.Snomed("55822004", "High cholesterol"), Code.Icd("E78.5", "High cholesterol"), Code.RxNorm("617311", "Atorvastatin 40 mg tablet"), "One tablet in the evening", Fat),
        new(Code.Snomed("195967001", "Asthma"), Code.Icd("J45.909", "Asthma"), Code.RxNorm("745679", "Albuterol inhaler"), "Two puffs when needed", null),
        new(Code.Snomed("40930008", "Underactive thyroid"), Code.Icd("E03.9", "Underactive thyroid"), Code.RxNorm("966224", "Levothyroxine 50 mcg tablet"), "One tablet before breakfast", Thyroid),
        new(Code.Snomed("396275006", "Worn joint"), Code.Icd("M19.90", "Worn joint"), null, null, null),
        new(Code.Snomed("37796009", "Migraine"), Code.Icd("G43.909", "Migraine"), Code.RxNorm("313161", "Sumatriptan 50 mg tablet"), "One tablet when a migraine starts", null),
        new(Code.Snomed("235595009", "Acid reflux"), Code.Icd("K21.9", "Acid reflux"), Code.RxNorm("198051", "Omeprazole 20 mg capsule"), "One capsule before breakfast", null),
    ];

    public static readonly Illness[] Sensitive =
    [
        new(Code.Snomed("370143000", "Depression"), Code.Icd("F32.9", "Depression"), Code.RxNorm("312941", "Sertraline 50 mg tablet"), "One tablet in the morning", null, "PSY"),
        new(Code.Snomed("7200002", "Alcohol dependence"), Code.Icd("F10.20", "Alcohol dependence"), Code.RxNorm("1483743", "Naltrexone 50 mg tablet"), "One tablet a day", null, "ETH"),
        new(Code.Snomed("86406008", "HIV infection"), Code.Icd("B20", "HIV infection"), Code.RxNorm("1999667", "HIV combination tablet"), "One tablet a day", Virus, "HIV"),
        new(Code.Snomed("13197004", "Contraception"), Code.Icd("Z30.9", "Contraception"), null, null, null, "SEX"),
    ];

    /// <summary>Why people go who have nothing.</summary>
    public static readonly Illness Checkup = new(Code.Snomed("185349003", "Check-up"), Code.Icd("Z00.00", "Check-up"), null, null, null);
}
