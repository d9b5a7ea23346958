using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Reads <c>telecom</c>: the addresses of one system that hold today, in the order of the record's own preference.</summary>
internal static class Telecoms
{
    public static IEnumerable<string> Current(JsonElement person, ReadOnlySpan<byte> system, DateOnly today)
    {
        var found = new List<(string Value, int? Rank)>();
        foreach (var telecom in person.Items("telecom"u8))
        {
            if (telecom.Is("system"u8, system) && telecom.Text("value"u8) is { } value && !Dates.IsPast(telecom, today))
                found.Add((value, telecom.Whole("rank"u8)));
        }
        return found.OrderBy(one => one.Rank ?? int.MaxValue).Select(one => one.Value);
    }
}
