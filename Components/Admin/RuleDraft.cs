using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Components.Admin;

/// <summary>
/// The rules as an administrator is changing them: those of one version, with some cells set otherwise. It changes nothing by itself; what was
/// rehearsed is rehearsed no more once a cell is set.
/// </summary>
public sealed class RuleDraft
{
    private readonly Dictionary<(RuleRow Row, Category Category), AccessRule> cells = [];
    private readonly IReadOnlyList<AccessRule> before;
    private readonly List<RuleRow> rows;

    public RuleDraft(int basedOn, IReadOnlyList<AccessRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        (BasedOn, before) = (basedOn, rules);
        foreach (var rule in rules)
            cells[(RuleRow.Of(rule), rule.Category)] = rule;
        rows = [.. rules.Concat(StarterRules.All).Select(RuleRow.Of).Distinct().OrderBy(row => row.Role).ThenBy(row => row.Purpose).ThenBy(row => row.Need)];
    }

    /// <summary>The version that it was begun from.</summary>
    public int BasedOn { get; }

    public IReadOnlyList<RuleRow> Rows => rows;

    /// <summary>What the change would do, once it was rehearsed as it stands.</summary>
    public RehearsalView? Rehearsed { get; set; }

    public IReadOnlyList<RuleChange> Changes => RuleDiff.Between(before, Rules);

    /// <summary>Every cell that opens something.</summary>
    public IReadOnlyList<AccessRule> Rules => [.. cells.Values.Where(cell => cell.Scope != Scope.None)];

    public bool Widens => Changes.Any(change => change.Widens);

    public AccessRule At(RuleRow row, Category category) => cells.GetValueOrDefault((row, category), row.Cell(category));

    public IEnumerable<AccessRule> Of(RuleRow row) => Enum.GetValues<Category>().Select(category => At(row, category));

    public bool IsChanged(RuleRow row, Category category) => Changes.Any(change => RuleRow.Of(change.After) == row && change.After.Category == category);

    /// <summary>Sets a cell; one that opens nothing has no conditions.</summary>
    public void Set(AccessRule rule)
    {
        Add(RuleRow.Of(rule));
        cells[(RuleRow.Of(rule), rule.Category)] = rule.Scope == Scope.None ? rule with { Condition = ItemCondition.None } : rule;
        Rehearsed = null;
    }

    /// <summary>Shows a row that no rule has yet.</summary>
    public void Add(RuleRow row)
    {
        if (!rows.Contains(row))
            rows.Add(row);
    }
}
