using System.Globalization;

namespace PrivacyPortal.Components.Shared;

/// <summary>The words that stand where the record says nothing, the same on every page.</summary>
internal static class Words
{
    internal const string NotStated = "not stated";
    internal const string Withheld = "withheld";

    /// <summary>The language that pages are written in, whatever the server runs in.</summary>
    internal static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A FHIR code made readable: hyphens become spaces, an unknown code stays recognisable.</summary>
    internal static string Code(string? code) => string.IsNullOrWhiteSpace(code) ? NotStated : code.Replace('-', ' ');

    /// <summary>A number with its noun: "1 claim", "1,200 claims".</summary>
    internal static string Count(int number, string one, string many) => number.ToString("N0", Culture) + " " + (number == 1 ? one : many);
}
