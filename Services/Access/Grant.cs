using PrivacyPortal.Services.Privacy;

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
        Actor = decision.Request.Actor;
    }

    public Actor Actor { get; }

    public PatientId Subject { get; }

    public Category Category { get; }

    public PurposeOfUse Purpose { get; }

    public NeedKind Need { get; }

    /// <summary>The rule that allowed it.</summary>
    public string Rule { get; }

    /// <summary>After this moment the grant opens nothing; a decision has to be made again.</summary>
    public DateTimeOffset Until { get; }
}
