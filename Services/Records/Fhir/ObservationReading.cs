using System.Text.Json;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Observation as the portal's <see cref="Observation"/>.</summary>
internal static class ObservationReading
{
    public static Observation Read(Entry entry)
    {
        var observation = entry.Resource;
        return new Observation(entry.Id, entry.Labels)
        {
            Name = Concepts.Read(observation.Object("code"u8)),
            Categories = Concepts.List(observation, "category"u8),
            VisitId = entry.VisitOf(observation.Object("encounter"u8)),
            Status = observation.Text("status"u8),
            Taken = TakenOf(observation),
            Value = ObservedValues.Of(observation),
            Interpretations = Concepts.List(observation, "interpretation"u8),
            ReferenceRanges = RangesOf(observation),
            Parts = PartsOf(observation),
        };
    }

    private static TimeRange TakenOf(JsonElement observation)
    {
        if (observation.Date("effectiveInstant"u8) is { } instant)
            return TimeRange.At(instant);
        foreach (var happened in observation.Object("effectiveTiming"u8).Items("event"u8))
            return PartialDate.Parse(happened.AsText()) is { } at ? TimeRange.At(at) : default;
        return Dates.When(observation, "effectiveDateTime"u8, "effectivePeriod"u8);
    }

    private static List<ObservedPart> PartsOf(JsonElement observation)
    {
        var parts = new List<ObservedPart>();
        foreach (var part in observation.Items("component"u8))
            parts.Add(new ObservedPart(Concepts.Read(part.Object("code"u8)), ObservedValues.Of(part), RangesOf(part)));
        return parts;
    }

    private static List<string> RangesOf(JsonElement element)
    {
        var ranges = new List<string>();
        foreach (var range in element.Items("referenceRange"u8))
        {
            if ((range.Text("text"u8) ?? Amounts.Range(range)) is { } words)
                ranges.Add(words);
        }
        return ranges;
    }
}
