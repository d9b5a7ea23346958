using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>CodeableConcepts and codings as <see cref="Coded"/>.</summary>
internal static class Concepts
{
    private const string DataAbsent = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    // systems that every record repeats: one string each, and none of them says anything about anybody
    private static readonly (byte[] Utf8, string Text)[] KnownSystems = [.. new[]
    {
        "http://snomed.info/sct", "http://loinc.org", "http://hl7.org/fhir/sid/icd-10-cm", "http://www.nlm.nih.gov/research/umls/rxnorm",
        "http://hl7.org/fhir/sid/cvx", "http://hl7.org/fhir/sid/ndc", "http://www.ama-assn.org/go/cpt", DataAbsent,
        "http://terminology.hl7.org/CodeSystem/adjudication", "http://terminology.hl7.org/CodeSystem/claim-type",
        "http://terminology.hl7.org/CodeSystem/observation-category", "http://terminology.hl7.org/CodeSystem/condition-clinical",
        "http://terminology.hl7.org/CodeSystem/condition-ver-status", "http://terminology.hl7.org/CodeSystem/v3-ActCode",
        "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudication", "https://bluebutton.cms.gov/resources/codesystem/adjudication",
    }.Select(text => (System.Text.Encoding.UTF8.GetBytes(text), text))];

    /// <summary>Reads a CodeableConcept; null when it says nothing. <paramref name="prefer"/> names the system whose coding stands for it, when it has one.</summary>
    public static Coded? Read(JsonElement concept, string? prefer = null)
    {
        if (!concept.IsThere())
            return null;
        string? text = concept.Text("text"u8), display = null, code = null, system = null;
        var masked = Withheld(concept);
        var (first, preferred) = (true, false);
        foreach (var coding in concept.Items("coding"u8))
        {
            var (itsCode, itsSystem) = (coding.Text("code"u8), SystemOf(coding));
            masked |= itsCode == "masked" && itsSystem == DataAbsent;
            var better = prefer is not null && !preferred && itsSystem == prefer;
            if (first || better)
                (code, system, preferred) = (itsCode, itsSystem, better);
            first = false;
            display ??= coding.Text("display"u8);
        }
        text ??= display;
        return text is null && code is null && !masked ? null : new Coded(text, code, system, masked);
    }

    /// <summary>Reads a Coding by itself.</summary>
    public static Coded? ReadCoding(JsonElement coding)
    {
        var (text, code) = (coding.Text("display"u8), coding.Text("code"u8));
        return text is null && code is null ? null : new Coded(text, code, SystemOf(coding));
    }

    public static IReadOnlyList<Coded> List(JsonElement element, ReadOnlySpan<byte> name)
    {
        List<Coded>? list = null;
        foreach (var concept in element.Items(name))
        {
            if (Read(concept) is { } coded)
                (list ??= []).Add(coded);
        }
        return list ?? (IReadOnlyList<Coded>)[];
    }

    /// <summary>Whether any coding of a concept has this code, in any of its systems.</summary>
    public static bool Has(JsonElement concept, ReadOnlySpan<byte> code)
    {
        foreach (var coding in concept.Items("coding"u8))
        {
            if (coding.Is("code"u8, code))
                return true;
        }
        return false;
    }

    /// <summary>Whether an extension says that the value is withheld.</summary>
    public static bool Withheld(JsonElement element)
    {
        foreach (var extension in element.Items("extension"u8))
        {
            if (extension.Is("url"u8, "http://hl7.org/fhir/StructureDefinition/data-absent-reason"u8) && extension.Is("valueCode"u8, "masked"u8))
                return true;
        }
        return false;
    }

    public static string? SystemOf(JsonElement coding)
    {
        var system = coding.Get("system"u8);
        if (system.ValueKind == JsonValueKind.String)
        {
            foreach (var (utf8, text) in KnownSystems)
            {
                if (system.ValueEquals(utf8))
                    return text;
            }
        }
        return system.AsText();
    }
}
