using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>What is wrong; tolerable when published data has it and nothing is lost by keeping it.</summary>
internal sealed record ConformanceIssue(string Text, bool Tolerable);

/// <summary>Reads a resource strictly and says what is wrong with it, never quoting a value.</summary>
internal static partial class Conformance
{
    // narrative, a code outside its value set, an unknown element, a missing element: US Core's, CARIN's and CMS's own examples have them
    private static readonly string[] TolerableCodes = ["PVAL114", "PVAL115", "PVAL116", "PVAL128", "PVAL105"];

    public static IReadOnlyList<ConformanceIssue> IssuesOf(ReadOnlySpan<byte> resource)
    {
        try
        {
            var reader = new Utf8JsonReader(WithoutLeapSeconds(resource));
            FhirJsonDeserializer.STRICT.TryDeserializeResource(ref reader, out _, out var issues);
            return [.. issues.Select(issue => new ConformanceIssue(TextOf(issue), TolerableCodes.Contains(issue.ErrorCode) && !IsOfR5(issue)))];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return [new ConformanceIssue("The content is not JSON of a FHIR resource.", false)];
        }
    }

    private static string TextOf(CodedException issue) =>
        issue is ExtendedCodedException { InstancePath: { Length: > 0 } path } known
            ? $"{(IsOfR5(issue) ? "FHIR R5, not R4: a CodeableReference" : known.Display)} at {Safe(path)} ({issue.ErrorCode})"
            : $"The content is not valid ({issue.ErrorCode})";

    // R5's CodeableReference wraps a concept; in R4 no element of care or claims is called so
    private static bool IsOfR5(CodedException issue) =>
        issue is ExtendedCodedException { ErrorCode: "PVAL128", InstancePath: { } path } && path.EndsWith(".concept", StringComparison.Ordinal);

    // element names come from the file: nothing but names may get through
    private static string Safe(string path) => new([.. path.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '[' or ']' or '_').Take(120)]);

    // FHIR allows second 60, the SDK does not
    private static ReadOnlySpan<byte> WithoutLeapSeconds(ReadOnlySpan<byte> resource) =>
        resource.IndexOf(":60"u8) < 0 ? resource : Encoding.UTF8.GetBytes(LeapSecond().Replace(Encoding.UTF8.GetString(resource), "$1:59"));

    [GeneratedRegex(@"(\d{4}-\d\d-\d\dT\d\d:\d\d):60", RegexOptions.CultureInvariant)]
    private static partial Regex LeapSecond();
}
