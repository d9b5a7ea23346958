using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What is asked for one section. Base R4 parameters only: some servers refuse a search for an include that they do not know.</summary>
/// <remarks>No <c>_count</c>: there are servers that cut a list by it and give no next link.</remarks>
internal sealed record Search(string Type, string Query)
{
    public static Search Identity(PatientId id) => new("Patient", $"_id={id.Value}");

    public static Search Coverage(PatientId id) =>
        new("Coverage", $"beneficiary=Patient%2F{id.Value}&_include=Coverage%3Apayor");

    public static Search Claims(PatientId id) => Of("ExplanationOfBenefit", id, "-created", "provider");

    public static Search Visits(PatientId id) => Of("Encounter", id, "-date", "participant", "service-provider", "location");

    public static Search Procedures(PatientId id) => Of("Procedure", id, "-date");

    public static Search Medications(PatientId id) => Of("MedicationRequest", id, "-authoredon", "medication", "requester");

    public static Search Conditions(PatientId id) => Of("Condition", id, "-recorded-date");

    public static Search Allergies(PatientId id) => Of("AllergyIntolerance", id, "-date");

    public static Search Immunizations(PatientId id) => Of("Immunization", id, "-date");

    public static Search CareTeams(PatientId id) => Of("CareTeam", id, null, "participant");

    public static Search Documents(PatientId id) => Of("DocumentReference", id, "-date", "author");

    public static Search Document(PatientId id, string document) => new("DocumentReference", $"patient={id.Value}&_id={Uri.EscapeDataString(document)}");

    /// <summary>Some of the directory, by their ids.</summary>
    public static Search Ids(string type, IEnumerable<string> ids) => new(type, $"_id={string.Join(',', ids.Select(Uri.EscapeDataString))}");

    public static Search Results(PatientId id) => Of("Observation", id, "-date");

    /// <summary>What the member and the plan wrote to each other: its category keeps sealed letters and concerns out of the answer.</summary>
    public static Search Messages(PatientId id) => new("Communication", $"patient={id.Value}&category={Uri.EscapeDataString(MessageJson.System + "|" + MessageJson.Category)}");

    /// <summary>The requests that these belong to: they say which case works on each.</summary>
    public static Search Requests(PatientId id) => new("Task", $"patient={id.Value}");

    public override string ToString() => nameof(Search);

    private static Search Of(string type, PatientId id, string? sort, params ReadOnlySpan<string> includes)
    {
        var query = $"patient={id.Value}";
        if (sort is not null)
            query += $"&_sort={sort}";
        foreach (var include in includes)
            query += $"&_include={type}%3A{include}";
        return new Search(type, query);
    }
}
