using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Storage;

/// <summary>One cell of one version of the rules.</summary>
public sealed class RuleCellRow
{
    public int Version { get; init; }

    public required Role Role { get; init; }

    public required PurposeOfUse Purpose { get; init; }

    public required NeedKind Need { get; init; }

    public required Category Category { get; init; }

    public required Scope Scope { get; init; }

    public required ItemCondition Condition { get; init; }
}
