namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>A code with a plain text of our own; descriptors of licensed code systems have no place here.</summary>
internal sealed record Code(string System, string Value, string Text)
{
    public static Code Snomed(string value, string text) => new("http://snomed.info/sct", value, text);

    public static Code Icd(string value, string text) => new("http://hl7.org/fhir/sid/icd-10-cm", value, text);

    public static Code RxNorm(string value, string text) => new("http://www.nlm.nih.gov/research/umls/rxnorm", value, text);

    public static Code Loinc(string value, string text) => new("http://loinc.org", value, text);

    public static Code Cvx(string value, string text) => new("http://hl7.org/fhir/sid/cvx", value, text);
}
