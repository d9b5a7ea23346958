using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Addresses as they are written on a letter; old ones are left out.</summary>
internal static class PostalAddresses
{
    public static IReadOnlyList<IReadOnlyList<string>> Current(JsonElement person, DateOnly today)
    {
        var addresses = new List<IReadOnlyList<string>>();
        foreach (var address in person.Items("address"u8))
        {
            if (!Dates.IsPast(address, today) && Lines(address) is { Count: > 0 } lines)
                addresses.Add(lines);
        }
        return addresses;
    }

    private static List<string> Lines(JsonElement address)
    {
        var lines = new List<string>();
        foreach (var line in address.Items("line"u8))
        {
            if (line.AsText() is { } text)
                lines.Add(text);
        }
        var (city, state, code, country) = (address.Text("city"u8), address.Text("state"u8), address.Text("postalCode"u8), address.Text("country"u8));
        var stateAndCode = string.Join(' ', new[] { state, code }.Where(part => part is not null));
        var place = string.Join(", ", new[] { city, stateAndCode }.Where(part => !string.IsNullOrEmpty(part)));
        if (place.Length > 0)
            lines.Add(place);
        if (country is not (null or "US" or "USA"))
            lines.Add(country);
        return lines.Count == 0 && address.Text("text"u8) is { } whole ? [.. whole.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : lines;
    }
}
