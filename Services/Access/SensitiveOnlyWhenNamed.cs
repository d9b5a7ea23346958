using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Access;

/// <summary>C13: a sensitive label opens only by a need that names it; an entry with several labels needs all of them named.</summary>
public static class SensitiveOnlyWhenNamed
{
    /// <summary>Every label there is.</summary>
    public const Sensitivity Every = Sensitivity.BehavioralHealth | Sensitivity.SubstanceUse | Sensitivity.Hiv | Sensitivity.SexualReproductive | Sensitivity.Other;

    /// <summary>After the fetch: whether an entry with these labels may be shown.</summary>
    public static bool Shows(Sensitivity named, Sensitivity labels) => (labels & ~named) == 0;

    /// <summary>Before the fetch: every label that is asked for must be named.</summary>
    internal static Refusal? Check(Sensitivity asked, Sensitivity named) => Shows(named & Every, asked) ? null : Refusal.SensitiveNotNamed;
}
