using PrivacyPortal.Services.Care;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Procedure as the portal's <see cref="Procedure"/>.</summary>
internal static class ProcedureReading
{
    public static Procedure Read(Entry entry) => new(entry.Id, entry.Labels)
    {
        Owners = entry.OwnersOf(entry.Resource.Items("performer"u8).Select(one => one.Object("actor"u8))),
        Name = Concepts.Read(entry.Resource.Object("code"u8)),
        VisitId = entry.VisitOf(entry.Resource.Object("encounter"u8)),
        Status = entry.Resource.Text("status"u8),
        Performed = Dates.When(entry.Resource, "performedDateTime"u8, "performedPeriod"u8),
    };
}
