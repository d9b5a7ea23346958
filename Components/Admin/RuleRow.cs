using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Admin;

/// <summary>A row of the matrix: a role, for one purpose, by one kind of need.</summary>
public readonly record struct RuleRow(Role Role, PurposeOfUse Purpose, NeedKind Need)
{
    internal static RuleRow Of(AccessRule rule) => new(rule.Role, rule.Purpose, rule.Need);

    internal AccessRule Cell(Category category) => new(Role, Purpose, Need, category, Scope.None);
}
