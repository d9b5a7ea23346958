using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Components.Admin;

/// <summary>Rules as people read them: a cell in a few letters, a cell and a row as sentences, a change as before and after.</summary>
internal static class RuleWords
{
    private static (ItemCondition Condition, string Short, string Long)[] Conditions =>
    [
        (ItemCondition.OwnItems, T("own"), T("the practice's own entries only")),
        (ItemCondition.CaseItems, T("case"), T("the entries of the case only")),
        (ItemCondition.MemberPermits, T("permitted"), T("while the member's own permission names it")),
    ];

    internal static string Short(Category category) => category switch
    {
        Category.Identity => T("Name"),
        Category.Coverage => T("Coverage"),
        Category.Claims => T("Claims"),
        Category.Services => T("Visits"),
        Category.Medications => T("Medicines"),
        Category.Clinical => T("Conditions"),
        Category.Results => T("Results"),
        Category.Documents => T("Documents"),
        Category.Messages => T("Messages"),
    };

    internal static string Short(Scope scope) => scope switch { Scope.None => T("None"), Scope.Limited => T("Limited"), Scope.Full => T("Full") };

    internal static string Short(ItemCondition condition) => string.Join(", ", Conditions.Where(one => condition.HasFlag(one.Condition)).Select(one => one.Short));

    internal static IEnumerable<(ItemCondition Condition, string Text)> EachCondition => Conditions.Select(one => (one.Condition, one.Long));

    /// <summary>When a row counts: the purpose and the need.</summary>
    internal static string When(RuleRow row) => T("{0}, when {1}", AccessWords.Say(row.Purpose, Words.Sentence), AccessWords.Say(row.Need, Words.Sentence));

    /// <summary>One cell in one sentence.</summary>
    internal static string Say(AccessRule rule)
    {
        var row = RuleRow.Of(rule);
        var (who, what) = (Capital(AccessWords.Say(rule.Role, Words.Sentence)), AccessWords.Say(rule.Category, Words.Sentence));
        return rule.Scope switch
        {
            Scope.None => T("{0} sees nothing of {1} {2}.", who, what, When(row)),
            Scope.Limited => T("{0} sees a few fields of {1} ({2}) {3}{4}.", who, what, FieldWords.Of(rule.Category), When(row), Only(rule.Condition)),
            Scope.Full => T("{0} sees everything of {1} {2}{3}.", who, what, When(row), Only(rule.Condition)),
        };
    }

    /// <summary>A whole row in one sentence.</summary>
    internal static string Say(RuleRow row, IEnumerable<AccessRule> cells)
    {
        var all = cells.ToList();
        List<string> parts =
        [
            .. Part(all.Where(cell => cell.Scope == Scope.Full), what => T("everything of {0}", what)),
            .. Part(all.Where(cell => cell.Scope == Scope.Limited), what => T("a few fields of {0}", what)),
            .. Part(all.Where(cell => cell.Scope == Scope.None), what => T("nothing of {0}", what)),
        ];
        return T("{0} sees, {1}: {2}.", Capital(AccessWords.Say(row.Role, Words.Sentence)), When(row), string.Join("; ", parts));
    }

    /// <summary>How much, with its conditions.</summary>
    internal static string HowMuch(AccessRule rule) =>
        Amount(rule.Scope) + (rule.Scope == Scope.None ? "" : Only(rule.Condition));

    /// <summary>A change in one sentence, from before to after.</summary>
    internal static string Say(RuleChange change) =>
        T("{0}, {1} - {2}: from {3} to {4}.", AdminWords.Say(change.After.Role), When(RuleRow.Of(change.After)), AccessWords.Say(change.After.Category, Words.Sentence), HowMuch(change.Before), HowMuch(change.After));

    internal static string Say(RehearsedLine line) =>
        T("{0} ({1}), {2} - {3}: {4} to {5}, in {6}.", line.UserName, AdminWords.Say(line.Roles), AccessWords.Say(line.Purpose, Words.Sentence), AccessWords.Say(line.Category, Words.Sentence), Amount(line.Before), Amount(line.After), Words.Count(line.Records, T("record"), T("records")));

    private static string Amount(Scope scope) => scope switch { Scope.None => T("nothing"), Scope.Limited => T("a few fields"), Scope.Full => T("everything") };

    private static IEnumerable<string> Part(IEnumerable<AccessRule> cells, Func<string, string> amount)
    {
        var named = cells.Select(cell => AccessWords.Say(cell.Category, Words.Sentence) + (cell.Scope == Scope.None || cell.Condition == ItemCondition.None ? "" : $" ({Long(cell.Condition)})")).ToList();
        return named.Count == 0 ? [] : [amount(string.Join(", ", named))];
    }

    private static string Only(ItemCondition condition) => condition == ItemCondition.None ? "" : $", {Long(condition)}";

    private static string Long(ItemCondition condition) => Conditions.Where(one => condition.HasFlag(one.Condition)).Select(one => one.Long).Aggregate((one, other) => T("{0} and {1}", one, other));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
