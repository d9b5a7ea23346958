namespace PrivacyPortal.Services.Access;

/// <summary>Everything that a snapshot is compiled from. Lists in any order; order never changes a decision.</summary>
public sealed record PolicyFacts
{
    /// <summary>The version of the rules.</summary>
    public int Version { get; init; }

    public IReadOnlyList<AccessRule> Rules { get; init; } = [];

    public IReadOnlyList<Need> Needs { get; init; } = [];

    public IReadOnlyList<Restriction> Restrictions { get; init; } = [];

    public IReadOnlyList<AccountFacts> Accounts { get; init; } = [];

    /// <summary>The starter rules and nothing else: members read their own record, and there are no needs.</summary>
    public static PolicyFacts Starter { get; } = new() { Version = StarterRules.Version, Rules = StarterRules.All };

    public override string ToString() => nameof(PolicyFacts);
}
