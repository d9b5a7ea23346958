using System.Text.Json;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The items of a claim as <see cref="ClaimLine"/>s, in the source's order.</summary>
internal static class ClaimLineReading
{
    public static IReadOnlyList<ClaimLine> All(JsonElement eob)
    {
        var lines = new List<ClaimLine>();
        foreach (var item in eob.Items("item"u8))
            lines.Add(Read(item, place: lines.Count + 1));
        return lines;
    }

    private static ClaimLine Read(JsonElement item, int place)
    {
        var adjudications = new Adjudications();
        adjudications.Take(item, "adjudication"u8);
        return new ClaimLine(item.Whole("sequence"u8) ?? place,
            Concepts.Read(item.Object("productOrService"u8)) ?? Concepts.Read(item.Object("revenue"u8)))
        {
            Modifiers = Concepts.List(item, "modifier"u8),
            Quantity = Amounts.Quantity(item.Object("quantity"u8)),
            Serviced = Dates.When(item, "servicedDate"u8, "servicedPeriod"u8),
            Network = adjudications.Network,
            Amounts = adjudications.Amounts,
            NoteNumbers = NotesOf(item) ?? [],
        };
    }

    private static List<int>? NotesOf(JsonElement item)
    {
        List<int>? numbers = null;
        foreach (var note in item.Items("noteNumber"u8))
        {
            if (note.AsWhole() is { } number)
                (numbers ??= []).Add(number);
        }
        return numbers;
    }
}
