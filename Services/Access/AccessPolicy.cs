using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Access;

/// <summary>Decides every read of a record. Pure: what it knows is in the request; it never throws, and what no rule allows is refused (C13).</summary>
/// <remarks>Rules that forbid come first and each can only take away; then exactly one rule for each kind of need may allow.</remarks>
[Enforces(Clauses.AccessByNeed, Clauses.AssignedFirst)]
public sealed class AccessPolicy(TimeProvider clock)
{
    private static readonly TimeSpan GrantLifetime = TimeSpan.FromMinutes(2);

    /// <summary>The answer, with the rule that gave it.</summary>
    public AccessDecision Decide(in AccessRequest request)
    {
        if (request.Actor is null || request.Subject.Value is null)
            return AccessDecision.Refuse(request, nameof(AccessPolicy), Refusal.SessionEnded);
        if (PasswordIsPersonal.Check(request.Actor) is { } notPersonal)
            return AccessDecision.Refuse(request, nameof(PasswordIsPersonal), notPersonal);
        if (SecondFactorIsGiven.Check(request.Actor) is { } owed)
            return AccessDecision.Refuse(request, nameof(SecondFactorIsGiven), owed);
        if (OneselfMayReadTheOwnRecord.Check(request) is { } why)
            return AccessDecision.Refuse(request, nameof(OneselfMayReadTheOwnRecord), why);
        return AccessDecision.Allow(request, nameof(OneselfMayReadTheOwnRecord), NeedKind.Self);
    }

    /// <summary>The grant for an allowed decision: short-lived, for one fetch.</summary>
    internal Grant Mint(in AccessDecision decision) => new(decision, clock.GetUtcNow() + GrantLifetime);
}
