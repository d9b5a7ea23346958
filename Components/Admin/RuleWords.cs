using System.Text.RegularExpressions;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Components.Admin;

/// <summary>Rules as people read them: a cell in a few letters, a cell and a row as sentences, a change as before and after.</summary>
internal static partial class RuleWords
{
    private const SentenceLanguage Language = SentenceLanguage.English;

    private static readonly (ItemCondition Condition, string Short, string Long)[] Conditions =
    [
        (ItemCondition.OwnItems, "own", "the practice's own entries only"),
        (ItemCondition.CaseItems, "case", "the entries of the case only"),
        (ItemCondition.MemberPermits, "permitted", "while the member's own permission names it"),
    ];

    internal static string Short(Category category) => category switch
    {
        Category.Identity => "Name",
        Category.Coverage => "Coverage",
        Category.Claims => "Claims",
        Category.Services => "Visits",
        Category.Medications => "Medicines",
        Category.Clinical => "Conditions",
        Category.Results => "Results",
        Category.Documents => "Documents",
        Category.Messages => "Messages",
    };

    internal static string Short(Scope scope) => scope switch { Scope.None => "None", Scope.Limited => "Limited", Scope.Full => "Full" };

    internal static string Short(ItemCondition condition) => string.Join(", ", Conditions.Where(one => condition.HasFlag(one.Condition)).Select(one => one.Short));

    internal static IEnumerable<(ItemCondition Condition, string Text)> EachCondition => Conditions.Select(one => (one.Condition, one.Long));

    /// <summary>When a row counts: the purpose and the need.</summary>
    internal static string When(RuleRow row) => $"{AccessWords.Say(row.Purpose, Language)}, when {AccessWords.Say(row.Need, Language)}";

    /// <summary>One cell in one sentence.</summary>
    internal static string Say(AccessRule rule)
    {
        var row = RuleRow.Of(rule);
        var (who, what) = (Capital(AccessWords.Say(rule.Role, Language)), AccessWords.Say(rule.Category, Language));
        return rule.Scope switch
        {
            Scope.None => $"{who} sees nothing of {what} {When(row)}.",
            Scope.Limited => $"{who} sees a few fields of {what} ({Fields(rule.Category)}) {When(row)}{Only(rule.Condition)}.",
            Scope.Full => $"{who} sees everything of {what} {When(row)}{Only(rule.Condition)}.",
        };
    }

    /// <summary>A whole row in one sentence.</summary>
    internal static string Say(RuleRow row, IEnumerable<AccessRule> cells)
    {
        var all = cells.ToList();
        List<string> parts =
        [
            .. Part("everything of", all.Where(cell => cell.Scope == Scope.Full)),
            .. Part("a few fields of", all.Where(cell => cell.Scope == Scope.Limited)),
            .. Part("nothing of", all.Where(cell => cell.Scope == Scope.None)),
        ];
        return $"{Capital(AccessWords.Say(row.Role, Language))} sees, {When(row)}: {string.Join("; ", parts)}.";
    }

    /// <summary>How much, with its conditions.</summary>
    internal static string HowMuch(AccessRule rule) =>
        rule.Scope == Scope.None ? "nothing" : (rule.Scope == Scope.Limited ? "a few fields" : "everything") + Only(rule.Condition);

    /// <summary>A change in one sentence, from before to after.</summary>
    internal static string Say(RuleChange change) =>
        $"{AdminWords.Say(change.After.Role)}, {AccessWords.Say(change.After.Purpose, Language)}, when {AccessWords.Say(change.After.Need, Language)} - {AccessWords.Say(change.After.Category, Language)}: from {HowMuch(change.Before)} to {HowMuch(change.After)}.";

    internal static string Say(RehearsedLine line) =>
        $"{line.UserName} ({AdminWords.Say(line.Roles)}), {AccessWords.Say(line.Purpose, Language)} - {AccessWords.Say(line.Category, Language)}: {Amount(line.Before)} to {Amount(line.After)}, in {Words.Count(line.Records, "record", "records")}.";

    private static string Amount(Scope scope) => scope switch { Scope.None => "nothing", Scope.Limited => "a few fields", Scope.Full => "everything" };

    private static IEnumerable<string> Part(string amount, IEnumerable<AccessRule> cells)
    {
        var named = cells.Select(cell => AccessWords.Say(cell.Category, Language) + (cell.Scope == Scope.None || cell.Condition == ItemCondition.None ? "" : $" ({Long(cell.Condition)})")).ToList();
        return named.Count == 0 ? [] : [$"{amount} {string.Join(", ", named)}"];
    }

    private static string Only(ItemCondition condition) => condition == ItemCondition.None ? "" : $", {Long(condition)}";

    private static string Long(ItemCondition condition) => string.Join(" and ", Conditions.Where(one => condition.HasFlag(one.Condition)).Select(one => one.Long));

    private static string Fields(Category category) => string.Join(", ", LimitedFields.Of(category).Select(name => Capitals().Replace(name, " $1").TrimStart().ToLowerInvariant()));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capitals();
}
