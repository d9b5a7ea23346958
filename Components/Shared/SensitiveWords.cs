using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Shared;

/// <summary>What a sensitivity label means, in words.</summary>
internal static class SensitiveWords
{
    private static readonly (Sensitivity Label, string Text)[] Known =
    [
        (Sensitivity.BehavioralHealth, "mental health"),
        (Sensitivity.SubstanceUse, "substance use"),
        (Sensitivity.Hiv, "HIV"),
        (Sensitivity.SexualReproductive, "sexual and reproductive health"),
        (Sensitivity.Other, "restricted"),
    ];

    internal static string Say(Sensitivity labels) => string.Join(", ", Known.Where(known => labels.HasFlag(known.Label)).Select(known => known.Text));
}
