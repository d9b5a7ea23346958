using System.Globalization;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>Rules as they are stored.</summary>
internal static class RuleCells
{
    internal static List<RuleCellRow> Of(IEnumerable<AccessRule> rules) =>
    [
        .. rules.Where(rule => rule.Scope != Scope.None).Select(rule => new RuleCellRow
        {
            Role = rule.Role,
            Purpose = rule.Purpose,
            Need = rule.Need,
            Category = rule.Category,
            Scope = rule.Scope,
            Condition = rule.Condition,
        }),
    ];

    /// <summary>How the audit names a version.</summary>
    internal static string Reference(int version) => $"rules-{version.ToString(CultureInfo.InvariantCulture)}";
}
