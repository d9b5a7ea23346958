using System.Runtime.InteropServices;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Takeaway;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>A resource as it was written, for whom takes the record along.</summary>
internal static class CopyReading
{
    /// <summary>What stands behind each category: the searches of its sections and no other.</summary>
    public static IReadOnlyList<Search> Searches(Category category, PatientId member) => category switch
    {
        Category.Identity => [Search.Identity(member)],
        Category.Coverage => [Search.Coverage(member)],
        Category.Claims => [Search.Claims(member)],
        Category.Services => [Search.Visits(member), Search.Procedures(member)],
        Category.Medications => [Search.Medications(member)],
        Category.Clinical => [Search.Conditions(member), Search.Allergies(member), Search.Immunizations(member), Search.CareTeams(member)],
        Category.Results => [Search.Results(member)],
        Category.Documents => [Search.Documents(member)],
        _ => [],
    };

    public static RecordCopy Read(Entry entry) => new(entry.Id, LabelsOf(entry)) { Type = entry.Resource.Text("resourceType"u8) ?? "", Json = JsonMarshal.GetRawUtf8Value(entry.Resource).ToArray() };

    // what a medicine by reference is labelled with counts as on its page
    private static Sensitivity LabelsOf(Entry entry) => entry.Labels
        | (entry.Resource.Is("resourceType"u8, "DocumentReference"u8) ? SensitivityLabels.OfConcepts(entry.Resource.Items("securityLabel"u8)) : Sensitivity.None)
        | (entry.Included.Find(entry.Resource.Object("medicationReference"u8), entry.Resource)?.Labels ?? Sensitivity.None);
}
