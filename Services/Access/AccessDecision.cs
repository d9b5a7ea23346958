using System.Diagnostics.CodeAnalysis;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Access;

/// <summary>The policy's answer: either a need that allows the read, or a refusal; never both, never neither. <c>DecisionSentence</c> says it in words.</summary>
public readonly record struct AccessDecision
{
    private readonly Refusal? refusal;

    private AccessDecision(in AccessRequest request, string rule, Refusal? refusal) => (Request, Rule, this.refusal) = (request, rule, refusal);

    public AccessRequest Request { get; }

    /// <summary>The name of the rule that decided; the audit keeps it.</summary>
    public string Rule { get; }

    /// <summary>The version of the rules in force.</summary>
    public int Version { get; private init; }

    public NeedKind? Need { get; private init; }

    /// <summary>The need's id; null for the own record.</summary>
    public string? NeedId { get; private init; }

    /// <summary>The role in which it is allowed.</summary>
    public Role? Role { get; private init; }

    public Scope Scope { get; private init; }

    /// <summary>Which entries are opened; see <see cref="Items"/> for whose.</summary>
    public ItemCondition Condition { get; private init; }

    /// <summary>The practitioner or the case whose entries are opened, when only some are.</summary>
    public string? Items { get; private init; }

    /// <summary>The sensitive labels that may be shown.</summary>
    public Sensitivity Labels { get; private init; }

    /// <summary>When what allows it is over.</summary>
    public DateTimeOffset Until { get; private init; }

    public Refusal? Refusal => Need is null ? refusal ?? Access.Refusal.NoLiveNeed : null;

    [MemberNotNullWhen(true, nameof(Need), nameof(Role))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Allowed => Need is not null;

    internal static AccessDecision Refuse(in AccessRequest request, string rule, Refusal why, int version = 0) => new(request, rule, why) { Version = version };

    /// <summary>The member's own record, at the scope of the members' rule.</summary>
    internal static AccessDecision Allow(in AccessRequest request, string rule, NeedKind need, Scope scope = Scope.Full, int version = 0) => new(request, rule, null)
    {
        Version = version,
        Need = need,
        Role = Access.Role.Member,
        Scope = scope,
        Labels = SensitiveOnlyWhenNamed.Every,
        Until = DateTimeOffset.MaxValue,
    };

    /// <summary>What a need opens in a role: no more than the cell, the need and the question each allow.</summary>
    internal static AccessDecision Allow(in AccessRequest request, Need need, Role role, RoleCeiling.Cell cell, int version) => new(request, RuleOf(need.Kind), null)
    {
        Version = version,
        Need = need.Kind,
        NeedId = need.Id,
        Role = role,
        Scope = cell.Scope,
        Condition = cell.Condition,
        Items = (cell.Condition & ItemCondition.OwnItems) != 0 ? need.OnBehalfOf : (cell.Condition & ItemCondition.CaseItems) != 0 ? need.EvidenceRef : null,
        Labels = request.Labels & need.Sensitivity & SensitiveOnlyWhenNamed.Every,
        Until = EmergencyIsBrief.End(need),
    };

    /// <summary>The same with a scope that is no higher: whoever asks may want less than is allowed.</summary>
    internal AccessDecision AtMost(Scope most) => Scope > most ? this with { Scope = most } : this;

    private static string RuleOf(NeedKind kind) => kind == NeedKind.Emergency ? nameof(EmergencyIsBrief) : nameof(NeedIsLive);

    public override string ToString() => nameof(AccessDecision);
}
