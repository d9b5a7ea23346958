using System.Diagnostics.CodeAnalysis;

namespace PrivacyPortal.Services.Access;

/// <summary>The policy's answer: either a need that allows the read, or a refusal; never both, never neither.</summary>
public readonly record struct AccessDecision
{
    private AccessDecision(AccessRequest request, string rule, NeedKind? need, Refusal? refusal) =>
        (Request, Rule, Need, Refusal) = (request, rule, need, refusal);

    public AccessRequest Request { get; }

    /// <summary>The name of the rule that decided; the audit keeps it.</summary>
    public string Rule { get; }

    public NeedKind? Need { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Need))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Allowed => Need is not null && Refusal is null;

    internal static AccessDecision Allow(in AccessRequest request, string rule, NeedKind need) => new(request, rule, need, null);

    internal static AccessDecision Refuse(in AccessRequest request, string rule, Refusal why) => new(request, rule, null, why);

    public override string ToString() => nameof(AccessDecision);
}
