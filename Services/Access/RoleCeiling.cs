namespace PrivacyPortal.Services.Access;

/// <summary>C13: the most that a role may ever see, compiled into one table. A role opens nothing above it; what no rule names is closed.</summary>
internal sealed class RoleCeiling
{
    private const int Roles = (int)Role.Administrator + 1;
    private const int Purposes = (int)PurposeOfUse.EmergencyTreatment + 1;
    private const int Kinds = (int)NeedKind.MemberPermission + 1;
    private const int EveryCondition = (int)(ItemCondition.OwnItems | ItemCondition.CaseItems | ItemCondition.MemberPermits);
    private const int CategoryCount = (int)Category.Messages + 1;

    private readonly Cell[] cells = new Cell[Roles * Purposes * Kinds * CategoryCount];
    private readonly bool[] any = new bool[Roles * Purposes * CategoryCount];

    internal RoleCeiling(IEnumerable<AccessRule>? rules)
    {
        var stated = new bool[cells.Length];
        foreach (var rule in rules ?? [])
        {
            if (!Exists(rule))
                continue;
            var at = At(rule.Role, rule.Purpose, rule.Need, rule.Category);
            var before = stated[at] ? cells[at] : new Cell(Scope.Full, ItemCondition.None);
            (cells[at], stated[at]) = (new((Scope)Math.Min((int)before.Scope, (int)Understood(rule)), before.Condition | rule.Condition), true);
        }
        foreach (var rule in (rules ?? []).Where(Exists))
            any[Any(rule.Role, rule.Purpose, rule.Category)] |= Of(rule.Role, rule.Purpose, rule.Need, rule.Category).Scope != Scope.None;
    }

    /// <summary>Whether a category and purpose exist at all.</summary>
    internal static bool Exists(Category category, PurposeOfUse purpose) => (uint)category < CategoryCount && (uint)purpose < Purposes;

    internal Cell Of(Role role, PurposeOfUse purpose, NeedKind kind, Category category) =>
        (uint)kind < Kinds ? cells[At(role, purpose, kind, category)] : default;

    /// <summary>Whether any kind of need could open it to any of these roles.</summary>
    internal bool CouldOpen(int roles, PurposeOfUse purpose, Category category)
    {
        for (var role = 0; role < Roles; role++)
        {
            if ((roles & (1 << role)) != 0 && any[Any((Role)role, purpose, category)])
                return true;
        }
        return false;
    }

    private static bool Exists(AccessRule rule) =>
        Exists(rule.Category, rule.Purpose) && (uint)rule.Role < Roles && (uint)rule.Need < (uint)NeedKind.MemberPermission;

    /// <summary>A scope or a condition that is not known closes its cell.</summary>
    private static Scope Understood(AccessRule rule) =>
        rule.Scope is Scope.Limited or Scope.Full && (int)rule.Condition is >= 0 and <= EveryCondition ? rule.Scope : Scope.None;

    private static int Any(Role role, PurposeOfUse purpose, Category category) => ((int)role * Purposes + (int)purpose) * CategoryCount + (int)category;

    private static int At(Role role, PurposeOfUse purpose, NeedKind kind, Category category) =>
        (((int)role * Purposes + (int)purpose) * Kinds + (int)kind) * CategoryCount + (int)category;

    // two bytes: the whole table stays in the processor's first cache
    internal readonly record struct Cell
    {
        private readonly byte scope;
        private readonly byte condition;

        internal Cell(Scope scope, ItemCondition condition) => (this.scope, this.condition) = ((byte)scope, (byte)condition);

        internal Scope Scope => (Scope)scope;

        internal ItemCondition Condition => (ItemCondition)condition;
    }
}
