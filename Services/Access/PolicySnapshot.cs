using System.Collections.Frozen;

namespace PrivacyPortal.Services.Access;

/// <summary>
/// The policy of one moment: rules, needs, restrictions and roles, compiled once and never changed. <see cref="Decide"/> is a pure function of a
/// snapshot, a question and a time; it allocates nothing, and every question has an answer (C13).
/// </summary>
/// <remarks>
/// The rules that forbid come first. Then each role of the account meets each need between the account and the record, and every rule may take
/// away from what the role's ceiling leaves. The widest of what is left is the answer; when nothing is left, the refusal that stood closest to a yes.
/// </remarks>
public sealed class PolicySnapshot
{
    private readonly FrozenDictionary<string, RoleHeld[]> accounts;
    private readonly Dictionary<AccountAndRecord, Relationship> relationships;
    private readonly RoleCeiling ceiling;
    private readonly int version;

    private PolicySnapshot(PolicyFacts facts)
    {
        (Facts, ceiling, version) = (MemberMayCloseALabel.Apply(facts), new RoleCeiling(facts.Rules), facts.Version);
        var compiler = new SnapshotCompiler(Facts);
        accounts = compiler.Roles();
        relationships = compiler.Relationships(accounts);
    }

    /// <summary>What it was compiled from, for rehearsal and preview.</summary>
    public PolicyFacts Facts { get; }

    public static PolicySnapshot Compile(PolicyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new(facts);
    }

    /// <summary>The answer at a moment.</summary>
    public AccessDecision Decide(in AccessRequest request, DateTimeOffset now)
    {
        if (request.Actor is not { } actor || request.Subject.Value is null)
            return Refuse(request, nameof(SessionIsLive), Refusal.SessionEnded);
        if (SessionIsLive.Check(actor, now) is { } notLive)
            return Refuse(request, nameof(SessionIsLive), notLive);
        if (PasswordIsPersonal.Check(actor) is { } notPersonal)
            return Refuse(request, nameof(PasswordIsPersonal), notPersonal);
        if (SecondFactorIsGiven.Check(actor) is { } owed)
            return Refuse(request, nameof(SecondFactorIsGiven), owed);
        if (!RoleCeiling.Exists(request.Category, request.Purpose))
            return Refuse(request, nameof(RoleCeiling), Refusal.NotYourRole);
        var held = relationships.TryGetValue(new(actor.AccountId, request.Subject.Value), out var relationship)
            ? relationship.Roles : accounts.GetValueOrDefault(actor.AccountId);
        var roles = AdministratorsOpenNoRecord.Without(RoleLapsesUnlessRenewed.Held(actor.RoleBits, held, now));
        if (OneselfMayReadTheOwnRecord.Is(request, roles)
            && ceiling.Of(Role.Member, request.Purpose, NeedKind.Self, request.Category) is { Scope: not Scope.None } own)
            return AccessDecision.Allow(request, nameof(OneselfMayReadTheOwnRecord), NeedKind.Self, own.Scope, version);
        return relationship is null ? RefuseUnrelated(request, roles) : Widest(request, roles, relationship, now);
    }

    /// <summary>The roles, of those a session began with, that count at a moment.</summary>
    internal int Held(string accountId, int sessionRoles, DateTimeOffset now) =>
        RoleLapsesUnlessRenewed.Held(sessionRoles, accounts.GetValueOrDefault(accountId), now);

    private AccessDecision Widest(in AccessRequest request, int roles, Relationship relationship, DateTimeOffset now)
    {
        Need? best = null;
        var (bestRole, bestCell, closest) = (default(Role), default(RoleCeiling.Cell), default(Stopped));
        for (var left = roles; left != 0; left &= left - 1)
        {
            var role = (Role)int.TrailingZeroCount(left);
            foreach (var need in relationship.Needs)
            {
                if (!NeedIsLive.Stated(need, request))
                    continue;
                var cell = ceiling.Of(role, request.Purpose, need.Kind, request.Category);
                var stopped = Stops(request, role, need, cell, relationship, now);
                if (stopped.Why is not null)
                    closest = stopped.Rank > closest.Rank ? stopped : closest;
                else if (best is null || Wider(cell, bestCell))
                    (best, bestRole, bestCell) = (need, role, cell);
            }
        }
        if (best is not null)
            return AccessDecision.Allow(request, best, bestRole, bestCell, version);
        return closest.Why is { } why ? Refuse(request, closest.Rule!, why) : RefuseUnrelated(request, roles);
    }

    /// <summary>The first rule that takes everything away, in an order that no result depends on but the sentence.</summary>
    private static Stopped Stops(in AccessRequest request, Role role, Need need, RoleCeiling.Cell cell, Relationship relationship, DateTimeOffset now)
    {
        if (cell.Scope == Scope.None)
            return default(Stopped) with { Why = Refusal.NotYourRole };
        if (NeedIsLive.Check(need, request, now) is { } over)
            return new(1, nameof(NeedIsLive), over);
        if (EmergencyIsBrief.Check(need, request, now) is { } notEmergency)
            return new(2, nameof(EmergencyIsBrief), notEmergency);
        if (NobodyOpensTheirOwnAtWork.Check(request, role, relationship) is { } close)
            return new(3, nameof(NobodyOpensTheirOwnAtWork), close);
        if (MemberMayCloseTheRecord.Check(request, role, need, relationship, now) is { } closed)
            return new(4, nameof(MemberMayCloseTheRecord), closed);
        if (MemberPermits.Check(cell.Condition, request, relationship, now) is { } notPermitted)
            return new(5, nameof(MemberPermits), notPermitted);
        return SensitiveOnlyWhenNamed.Check(request.Labels, need.Sensitivity) is { } notNamed ? new(6, nameof(SensitiveOnlyWhenNamed), notNamed) : default;
    }

    private static bool Wider(RoleCeiling.Cell cell, RoleCeiling.Cell than) =>
        cell.Scope > than.Scope || (cell.Scope == than.Scope && cell.Condition < than.Condition);

    private AccessDecision RefuseUnrelated(in AccessRequest request, int roles) => ceiling.CouldOpen(roles, request.Purpose, request.Category)
        ? Refuse(request, nameof(NeedIsLive), Refusal.NoLiveNeed)
        : Refuse(request, nameof(RoleCeiling), Refusal.NotYourRole);

    private AccessDecision Refuse(in AccessRequest request, string rule, Refusal why) => AccessDecision.Refuse(request, rule, why, version);

    private readonly record struct Stopped(int Rank, string? Rule, Refusal? Why);
}
