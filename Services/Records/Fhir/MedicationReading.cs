using System.Text.Json;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>MedicationRequest as <see cref="MedicationOrder"/>. A medicine that is a resource of its own is taken as contained, included or displayed.</summary>
internal static class MedicationReading
{
    public static MedicationOrder Read(Entry entry)
    {
        var order = entry.Resource;
        var reference = order.Object("medicationReference"u8);
        return new MedicationOrder(entry.Id, entry.Labels | (entry.Included.Find(reference, order)?.Labels ?? Sensitivity.None))
        {
            Medicine = Concepts.Read(order.Object("medicationCodeableConcept"u8)) ?? entry.CodeOf(reference),
            Status = order.Text("status"u8),
            Intent = order.Text("intent"u8),
            Ordered = order.Date("authoredOn"u8),
            Dosage = DosageOf(order),
            OrderedBy = entry.NameOf(order.Object("requester"u8)),
            Reasons = VisitReading.ReasonsOf(entry),
        };
    }

    private static string? DosageOf(JsonElement order)
    {
        var texts = new List<string>();
        foreach (var dosage in order.Items("dosageInstruction"u8))
        {
            if ((dosage.Text("text"u8) ?? dosage.Text("patientInstruction"u8)) is { } text)
                texts.Add(text);
        }
        return texts.Count > 0 ? string.Join("; ", texts) : null;
    }
}
