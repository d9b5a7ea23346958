using System.Text.Json;
using PrivacyPortal.Services.Care;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Condition as the portal's <see cref="Condition"/>.</summary>
internal static class ConditionReading
{
    public static Condition Read(Entry entry)
    {
        var condition = entry.Resource;
        return new Condition(entry.Id, entry.Labels)
        {
            Name = Concepts.Read(condition.Object("code"u8)),
            VisitId = entry.VisitOf(condition.Object("encounter"u8)),
            ClinicalStatus = Concepts.Read(condition.Object("clinicalStatus"u8)),
            Verification = Concepts.Read(condition.Object("verificationStatus"u8)),
            Onset = Dates.When(condition, "onsetDateTime"u8, "onsetPeriod"u8),
            OnsetWords = OnsetWordsOf(condition),
            Ended = condition.Date("abatementDateTime"u8) ?? condition.Object("abatementPeriod"u8).Date("end"u8),
            Recorded = condition.Date("recordedDate"u8),
        };
    }

    private static string? OnsetWordsOf(JsonElement condition) =>
        condition.Text("onsetString"u8) ?? Amounts.Quantity(condition.Object("onsetAge"u8)) ?? Amounts.Range(condition.Object("onsetRange"u8));
}
