using System.Globalization;

namespace PrivacyPortal.Components.Shared;

/// <summary>A search as people expect it: every word somewhere, case and accents aside.</summary>
internal static class TextMatch
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    internal static bool EveryWord(string search, IEnumerable<string?> texts)
    {
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return true;
        var places = texts.OfType<string>().ToList();
        return words.All(word => places.Any(place => Words.Culture.CompareInfo.IndexOf(place, word, Loosely) >= 0));
    }
}
