using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>HumanNames: which one is current, and how it is written out.</summary>
internal static class HumanNames
{
    /// <summary>The official name, else the usual one, else another current one; never an old, maiden, nick- or anonymous name.</summary>
    public static PersonName Current(JsonElement person, DateOnly? today)
    {
        PersonName? best = null;
        var bestRank = int.MaxValue;
        foreach (var name in person.Items("name"u8))
        {
            if (RankOf(name, today) is { } rank && rank < bestRank && Read(name) is { } read)
                (best, bestRank) = (read, rank);
        }
        return best ?? new PersonName(null);
    }

    /// <summary>Every other name, with its use.</summary>
    public static IReadOnlyList<(string? Use, PersonName Name)> Others(JsonElement person, PersonName current)
    {
        var others = new List<(string?, PersonName)>();
        var skipped = false;
        foreach (var name in person.Items("name"u8))
        {
            if (Read(name) is not { } read)
                continue;
            if (!skipped && read == current)
                skipped = true;
            else
                others.Add((name.Text("use"u8), read));
        }
        return others;
    }

    /// <summary>One name; null when it has no part. Its own whole text comes first, else prefix, given, family, suffix.</summary>
    public static PersonName? Read(JsonElement name)
    {
        var display = name.Text("text"u8);
        if (display is null)
        {
            var parts = new List<string>();
            Take(name, "prefix"u8, parts);
            Take(name, "given"u8, parts);
            if (name.Text("family"u8) is { } family)
                parts.Add(family);
            Take(name, "suffix"u8, parts);
            display = parts.Count > 0 ? string.Join(' ', parts) : null;
        }
        var masked = display is null && IsMasked(name);
        return display is null && !masked ? null : new PersonName(display, masked);
    }

    private static int? RankOf(JsonElement name, DateOnly? today)
    {
        if (today is { } day && Dates.IsPast(name, day))
            return null;
        return name.Text("use"u8) switch
        {
            "official" => 0,
            "usual" => 1,
            "old" or "maiden" or "nickname" or "anonymous" => null,
            _ => 2,
        };
    }

    // a given name may be null, with only an extension in its place
    private static void Take(JsonElement name, ReadOnlySpan<byte> part, List<string> parts)
    {
        foreach (var item in name.Items(part))
        {
            if (item.AsText() is { } text)
                parts.Add(text);
        }
    }

    private static bool IsMasked(JsonElement name)
    {
        if (Concepts.Withheld(name) || Concepts.Withheld(name.Object("_family"u8)) || Concepts.Withheld(name.Object("_text"u8)))
            return true;
        foreach (var given in name.Items("_given"u8))
        {
            if (Concepts.Withheld(given))
                return true;
        }
        return false;
    }
}
