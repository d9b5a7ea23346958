using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Access;

/// <summary>Proof that the policy allowed one category of one member's record to be read. Only the policy makes one (C13).</summary>
/// <remarks>It does not yet open anything: the audit log turns it into an <c>AuditedGrant</c>, and the record client asks for that.</remarks>
[Enforces(Clauses.AccessByNeed)]
public sealed class Grant
{
    internal Grant(in AccessDecision decision, DateTimeOffset until)
    {
        if (!decision.Allowed)
            throw new InvalidOperationException("A refusal cannot become a grant.");
        (Subject, Category, Purpose, Need, Rule, Until) =
            (decision.Request.Subject, decision.Request.Category, decision.Request.Purpose, decision.Need.Value, decision.Rule, until);
        (Scope, Condition, Items, Labels) = (decision.Scope, decision.Condition, decision.Items, decision.Labels);
        (Actor, Role, NeedId) = (decision.Request.Actor, decision.Role.Value, decision.NeedId);
    }

    public Actor Actor { get; }

    /// <summary>The role in which it is allowed.</summary>
    public Role Role { get; }

    public PatientId Subject { get; }

    public Category Category { get; }

    public PurposeOfUse Purpose { get; }

    public NeedKind Need { get; }

    /// <summary>The need's id; null for the own record.</summary>
    public string? NeedId { get; }

    /// <summary>Whole entries, or only the fields that <c>LimitedFields</c> names.</summary>
    public Scope Scope { get; }

    /// <summary>Which entries.</summary>
    public ItemCondition Condition { get; }

    /// <summary>The practitioner or the case whose entries, when only some.</summary>
    public string? Items { get; }

    /// <summary>The sensitive labels that may be shown; an entry with another one is left out.</summary>
    public Sensitivity Labels { get; }

    /// <summary>The rule that allowed it.</summary>
    public string Rule { get; }

    /// <summary>After this moment the grant opens nothing; a decision has to be made again.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>Whether an entry with these labels may be shown.</summary>
    public bool Shows(RecordItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return SensitiveOnlyWhenNamed.Shows(Labels, item.Labels);
    }
}
