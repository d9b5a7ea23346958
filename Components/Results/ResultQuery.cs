using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Results;

namespace PrivacyPortal.Components.Results;

/// <summary>Which results are looked for. Pure; it never leaves the page (C11).</summary>
internal sealed record ResultQuery(string Text = "", string Category = "")
{
    internal bool Narrows => Text.Length > 0 || Category.Length > 0;

    internal IList<Observation> Of(IReadOnlyList<Observation> results) => [.. results.Where(Matches)];

    internal static IReadOnlyList<string> Categories(IReadOnlyList<Observation> results) =>
        [.. results.SelectMany(result => result.Categories).Select(category => category.Label).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    public override string ToString() => nameof(ResultQuery);

    private bool Matches(Observation result) =>
        (Category.Length == 0 || result.Categories.Any(category => string.Equals(category.Label, Category, StringComparison.OrdinalIgnoreCase)))
        && TextMatch.EveryWord(Text, [result.Name?.Label, .. result.Parts.Select(part => part.Name?.Label)]);
}
