using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Sensitivity from <c>meta.security</c>. A label that is not known here counts as restricted: absent means none, unknown does not.</summary>
internal static class SensitivityLabels
{
    public static Sensitivity Of(JsonElement resource)
    {
        var labels = Sensitivity.None;
        foreach (var coding in resource.Object("meta"u8).Items("security"u8))
            labels |= Of(coding.Text("code"u8));
        return labels;
    }

    /// <summary>Labels that a resource states beside its meta.</summary>
    public static Sensitivity OfConcepts(JsonElement.ArrayEnumerator concepts)
    {
        var labels = Sensitivity.None;
        foreach (var concept in concepts)
        {
            foreach (var coding in concept.Items("coding"u8))
                labels |= Of(coding.Text("code"u8));
        }
        return labels;
    }

    private static Sensitivity Of(string? code) => code switch
    {
        // unrestricted, low, moderate and normal confidentiality
        "U" or "L" or "M" or "N" => Sensitivity.None,
        "PSY" or "MH" or "PSYTHPN" or "BH" => Sensitivity.BehavioralHealth,
        "ETH" or "SUD" or "ETHUD" or "OPIOIDUD" => Sensitivity.SubstanceUse,
        "HIV" => Sensitivity.Hiv,
        "SEX" or "SEXUALITY" or "STD" or "SDV" => Sensitivity.SexualReproductive,
        _ => Sensitivity.Other,
    };
}
