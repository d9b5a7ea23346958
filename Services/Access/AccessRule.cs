namespace PrivacyPortal.Services.Access;

/// <summary>One cell of the matrix: the most that a role may see of a category, for one purpose, by one kind of need. What has no cell is closed (C13).</summary>
/// <remarks>Two rules for the same cell leave the lower scope with the conditions of both: rules only shrink, in any order.</remarks>
public readonly record struct AccessRule(Role Role, PurposeOfUse Purpose, NeedKind Need, Category Category, Scope Scope, ItemCondition Condition = ItemCondition.None);
