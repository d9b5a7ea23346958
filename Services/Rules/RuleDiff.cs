using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Rules;

/// <summary>One cell that a change of the rules moves.</summary>
public sealed record RuleChange(AccessRule Before, AccessRule After)
{
    /// <summary>More may be seen: a higher scope, or a condition less.</summary>
    public bool Widens => After.Scope != Scope.None && (After.Scope > Before.Scope || (Before.Condition & ~After.Condition) != 0);
}

/// <summary>What differs between two versions of the rules, cell by cell.</summary>
public static class RuleDiff
{
    public static IReadOnlyList<RuleChange> Between(IEnumerable<AccessRule> before, IEnumerable<AccessRule> after)
    {
        var (old, next) = (before.ToDictionary(Cell), after.ToDictionary(Cell));
        return [.. old.Keys.Union(next.Keys).Order()
            .Select(cell => new RuleChange(old.GetValueOrDefault(cell, Closed(cell)), next.GetValueOrDefault(cell, Closed(cell))))
            .Where(change => change.Before != change.After)];
    }

    /// <summary>The role, purpose, need and category of a rule: what there is one rule for.</summary>
    internal static (Role Role, PurposeOfUse Purpose, NeedKind Need, Category Category) Cell(AccessRule rule) => (rule.Role, rule.Purpose, rule.Need, rule.Category);

    private static AccessRule Closed((Role Role, PurposeOfUse Purpose, NeedKind Need, Category Category) cell) =>
        new(cell.Role, cell.Purpose, cell.Need, cell.Category, Scope.None);
}
