using System.Runtime.InteropServices;
using System.Text.Json;
using PrivacyPortal.RecordSystem.Search;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>An entry is taken when it is R4, of a known type, and whole: what published data gets wrong without loss is let through.</summary>
internal static class EntryCheck
{
    private const int MostReasons = 3;

    public static void Check(string? type, JsonElement resource)
    {
        if (type is null) throw new ImportRefusal("It is not FHIR: there is no resourceType");
        if (!SearchParameters.IsResourceType(type)) throw new ImportRefusal($"Its type is not one of FHIR R4 that can be kept here: {Safe(type)}");
        if (OtherVersions.Find(type, resource) is { } version) throw new ImportRefusal(version);
        var bad = Conformance.IssuesOf(JsonMarshal.GetRawUtf8Value(resource)).Where(issue => !issue.Tolerable).Select(issue => issue.Text).Distinct().Take(MostReasons).ToList();
        if (bad.Count > 0) throw new ImportRefusal($"{type}: {string.Join("; ", bad)}");
    }

    private static string Safe(string type) => new([.. type.Where(char.IsAsciiLetter).Take(40)]);
}
