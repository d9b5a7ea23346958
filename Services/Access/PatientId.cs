using System.Text.RegularExpressions;

namespace PrivacyPortal.Services.Access;

/// <summary>The record system's id of a Patient: the portal's only, opaque reference to a member. Prints nothing of itself (C11).</summary>
public readonly partial record struct PatientId
{
    private PatientId(string value) => Value = value;

    /// <summary>The logical id, without <c>Patient/</c>.</summary>
    public string Value { get; }

    /// <summary>Takes a FHIR id (1 to 64 of <c>A-Z a-z 0-9 - .</c>), with or without <c>Patient/</c> before it; anything else gives null.</summary>
    public static PatientId? From(string? text)
    {
        var id = text is not null && text.StartsWith("Patient/", StringComparison.Ordinal) ? text[8..] : text;
        return id is not null && FhirId().IsMatch(id) ? new PatientId(id) : null;
    }

    public override string ToString() => nameof(PatientId);

    [GeneratedRegex(@"^[A-Za-z0-9\-\.]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex FhirId();
}
