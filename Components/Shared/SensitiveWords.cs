using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Shared;

/// <summary>What a sensitivity label means, in words.</summary>
internal static class SensitiveWords
{
    private static readonly Sensitivity[] Known =
        [Sensitivity.BehavioralHealth, Sensitivity.SubstanceUse, Sensitivity.Hiv, Sensitivity.SexualReproductive, Sensitivity.Other];

    internal static string Say(Sensitivity labels) => string.Join(", ", Known.Where(known => labels.HasFlag(known)).Select(One));

    private static string One(Sensitivity label) => label switch
    {
        Sensitivity.BehavioralHealth => T("mental health"),
        Sensitivity.SubstanceUse => T("substance use"),
        Sensitivity.Hiv => T("HIV"),
        Sensitivity.SexualReproductive => T("sexual and reproductive health"),
        _ => T("restricted"),
    };
}
