using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace PrivacyPortal.Components.Shared;

/// <summary>
/// What pages say, in the reader's language (C24). The key is the English sentence itself; <c>Texts.es.resx</c> in each folder has the Spanish one. A sentence
/// without its Spanish is said in English, and fails a test.
/// </summary>
public static class Texts
{
    private static readonly Lazy<FrozenDictionary<string, string>> Spanish = new(() => Read(CultureInfo.GetCultureInfo("es")));

    /// <summary>The sentence in the language of whom the page is drawn for.</summary>
    public static string T(string english) => Words.InSpanish && Spanish.Value.TryGetValue(english, out var said) ? said : english;

    /// <summary>The same with its blanks filled: <c>{0}</c> stands for the first value. Numbers and dates are given as words, ready to read.</summary>
    public static string T(string english, params ReadOnlySpan<object?> values) => string.Format(Words.Culture, T(english), values);

    /// <summary>That language for the machine, as a page names it: <c>en</c> or <c>es</c>.</summary>
    public static string Language => Words.InSpanish ? "es" : "en";

    private static FrozenDictionary<string, string> Read(CultureInfo culture)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var there = typeof(Texts).Assembly.GetSatelliteAssembly(culture);
        foreach (var name in there.GetManifestResourceNames().Where(name => name.EndsWith($".Texts.{culture.Name}.resources", StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(there.GetManifestResourceStream(name)!);
            foreach (System.Collections.DictionaryEntry text in reader)
                texts[(string)text.Key] = (string)text.Value!;
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
