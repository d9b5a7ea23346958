using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Access;

/// <summary>Decides every read of a record by the snapshot in force. It never throws, and what no rule allows is refused (C13).</summary>
[Enforces(Clauses.AccessByNeed, Clauses.AssignedFirst)]
public sealed class AccessPolicy(CurrentPolicy current, TimeProvider clock)
{
    private static readonly TimeSpan GrantLifetime = TimeSpan.FromMinutes(2);

    /// <summary>The starter rules and no needs.</summary>
    internal AccessPolicy(TimeProvider clock) : this(new CurrentPolicy(), clock) { }

    /// <summary>The answer, with the rule that gave it.</summary>
    public AccessDecision Decide(in AccessRequest request) => current.Snapshot.Decide(request, clock.GetUtcNow());

    /// <summary>Whether an account holds a role at this moment, of those that its session began with: not taken back since, and not lapsed.</summary>
    public bool Holds(string accountId, IEnumerable<Role> sessionRoles, Role role) =>
        (current.Snapshot.Held(accountId, RoleSets.Of(sessionRoles), clock.GetUtcNow()) & RoleSets.Bit(role)) != 0;

    /// <summary>The grant for an allowed decision: for one fetch, short-lived, and never longer than what allows it.</summary>
    internal Grant Mint(in AccessDecision decision)
    {
        var until = clock.GetUtcNow() + GrantLifetime;
        return new(decision, decision.Until < until ? decision.Until : until);
    }
}
