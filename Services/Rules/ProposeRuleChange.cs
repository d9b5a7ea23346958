using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>An administrator's change of the rules. One that only narrows is in force at once; one that widens anything waits for a second person. What was not rehearsed as it stands is not taken (C13).</summary>
public sealed class ProposeRuleChange(AccessChange change, TimeProvider clock)
{
    /// <summary>The new version and whether it is in force already, or why there is none.</summary>
    /// <param name="by">Who proposes.</param>
    /// <param name="basedOn">The version that the proposer looked at.</param>
    /// <param name="rules">All rules of the new version.</param>
    /// <param name="rehearsed">The mark of the rehearsal that the proposer saw.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    public async Task<RuleAnswer> RunAsync(Actor by, int basedOn, IReadOnlyList<AccessRule> rules, string? rehearsed, RuleChangeReason reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(rules);
        RuleVersionRow? made = null;
        var entry = new AuditEntry(AuditAct.RuleChangeProposed, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = RuleCells.Reference(basedOn) };
        var refusal = await change.RunAsync<RuleRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
                return RuleRefusal.NotYourOffice;
            if (Malformed(rules) is { } malformed)
                return malformed;
            var current = await db.RuleVersions.Include(version => version.Cells).SingleAsync(version => version.State == RuleState.InForce, cancel);
            if (current.Version != basedOn)
                return RuleRefusal.Outdated;
            var moved = RuleDiff.Between(current.Cells.Select(PolicyFactsReader.ToRule), rules.Where(rule => rule.Scope != Scope.None));
            if (moved.Count == 0)
                return RuleRefusal.NothingChanges;
            var theirs = await db.RolesOfAsync(by.AccountId, cancel);
            if (moved.Any(one => one.Widens && theirs.Contains(one.After.Role)))
                return RuleRefusal.OwnElevation;
            if (Rehearsal.Of(await PolicyFactsReader.ReadAsync(db, now, cancel), rules, now).MarkOf(rules) != rehearsed)
                return RuleRefusal.NotRehearsed;
            var waits = moved.Any(one => one.Widens);
            made = new RuleVersionRow
            {
                Version = await db.RuleVersions.MaxAsync(version => version.Version, cancel) + 1,
                BasedOn = basedOn,
                Reason = reason,
                ProposedBy = by.AccountId,
                ProposedAt = now,
                State = waits ? RuleState.Proposed : RuleState.InForce,
                DecidedAt = waits ? null : now,
                Cells = RuleCells.Of(rules),
            };
            if (!waits)
                current.State = RuleState.Superseded;
            db.RuleVersions.Add(made);
            return null;
        }, cancel);
        return refusal is { } why ? new RuleAnswer(null, false, why) : new RuleAnswer(made!.Version, made.State == RuleState.InForce, null);
    }

    private static RuleRefusal? Malformed(IReadOnlyList<AccessRule> rules)
    {
        if (rules.Any(rule => rule.Role == Role.Administrator && rule.Scope != Scope.None))
            return RuleRefusal.AdministratorsOpenNothing;
        var real = rules.All(rule => Enum.IsDefined(rule.Role) && Enum.IsDefined(rule.Purpose) && Enum.IsDefined(rule.Need) && Enum.IsDefined(rule.Category)
            && Enum.IsDefined(rule.Scope) && (int)rule.Condition is >= 0 and <= 7);
        return real && rules.DistinctBy(RuleDiff.Cell).Count() == rules.Count ? null : RuleRefusal.BadCell;
    }
}

/// <summary>A version of the rules and whether it is in force, or why there is none.</summary>
public readonly record struct RuleAnswer(int? Version, bool InForce, RuleRefusal? Refusal);
