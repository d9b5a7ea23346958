using PrivacyPortal.Services.Care;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Immunization as the portal's <see cref="Immunization"/>.</summary>
internal static class ImmunizationReading
{
    public static Immunization Read(Entry entry) => new(entry.Id, entry.Labels)
    {
        Vaccine = Concepts.Read(entry.Resource.Object("vaccineCode"u8)),
        Status = entry.Resource.Text("status"u8),
        Given = entry.Resource.Date("occurrenceDateTime"u8),
        GivenWords = entry.Resource.Text("occurrenceString"u8),
    };
}
