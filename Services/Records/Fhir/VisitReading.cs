using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Encounter as <see cref="Visit"/>.</summary>
internal static class VisitReading
{
    public static Visit Read(Entry entry)
    {
        var encounter = entry.Resource;
        return new Visit(entry.Id, entry.Labels)
        {
            Owners = entry.OwnersOf(encounter.Items("participant"u8).Select(one => one.Object("individual"u8))),
            Kind = Concepts.Read(encounter.First("type"u8)),
            Setting = Concepts.ReadCoding(encounter.Object("class"u8)),
            Status = encounter.Text("status"u8),
            Period = Dates.Period(encounter.Object("period"u8)),
            Reasons = ReasonsOf(entry),
            Place = entry.NameOf(encounter.First("location"u8).Object("location"u8)) ?? entry.NameOf(encounter.Object("serviceProvider"u8)),
            With = WithOf(entry),
        };
    }

    /// <summary>Reasons as coded, then as the references to them display them.</summary>
    public static IReadOnlyList<Coded> ReasonsOf(Entry entry)
    {
        var reasons = new List<Coded>(Concepts.List(entry.Resource, "reasonCode"u8));
        foreach (var reference in entry.Resource.Items("reasonReference"u8))
        {
            if (entry.CodeOf(reference) is { } reason)
                reasons.Add(reason);
        }
        return reasons;
    }

    private static List<string> WithOf(Entry entry)
    {
        var people = new List<string>();
        foreach (var participant in entry.Resource.Items("participant"u8))
        {
            if (entry.NameOf(participant.Object("individual"u8)) is { } name)
                people.Add(name);
        }
        return people;
    }
}
