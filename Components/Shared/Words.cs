using System.Globalization;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Shared;

/// <summary>The words that stand where the record says nothing, the same on every page.</summary>
internal static class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-US");

    internal static string NotStated => T("not stated");

    internal static string Withheld => T("withheld");

    /// <summary>Whether the page is drawn for a reader of Spanish; it is English for everybody else.</summary>
    internal static bool InSpanish => CircuitLanguage.Now.TwoLetterISOLanguageName == "es";

    /// <summary>The language that the page is drawn in, whatever the server runs in.</summary>
    internal static CultureInfo Culture => InSpanish ? Spanish : English;

    /// <summary>The same for the sentences that decisions make.</summary>
    internal static SentenceLanguage Sentence => InSpanish ? SentenceLanguage.Spanish : SentenceLanguage.English;

    /// <summary>A FHIR code made readable: hyphens become spaces, an unknown code stays recognisable.</summary>
    internal static string Code(string? code) => string.IsNullOrWhiteSpace(code) ? NotStated : code.Replace('-', ' ');

    /// <summary>A number with its noun: "1 claim", "1,200 claims".</summary>
    internal static string Count(int number, string one, string many) => number.ToString("N0", Culture) + " " + (number == 1 ? one : many);
}
