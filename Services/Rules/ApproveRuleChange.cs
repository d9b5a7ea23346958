using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>The second person's word on a change that widens: never the proposer's, and never for a role of their own (C13).</summary>
public sealed class ApproveRuleChange(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done. <paramref name="approve"/> false turns the proposal down.</summary>
    public Task<RuleRefusal?> RunAsync(Actor by, int version, bool approve, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.RuleChangeDecided, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Target = RuleCells.Reference(version),
            Rule = approve ? nameof(RuleState.InForce) : nameof(RuleState.TurnedDown),
        };
        return change.RunAsync<RuleRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.MaySecondAsync(by.AccountId, now, cancel))
                return RuleRefusal.NotYourOffice;
            var proposal = await db.RuleVersions.Include(row => row.Cells)
                .SingleOrDefaultAsync(row => row.Version == version && row.State == RuleState.Proposed, cancel);
            if (proposal is null)
                return RuleRefusal.NoSuchProposal;
            if (proposal.ProposedBy == by.AccountId)
                return RuleRefusal.SamePerson;
            (proposal.DecidedBy, proposal.DecidedAt) = (by.AccountId, now);
            if (!approve)
            {
                proposal.State = RuleState.TurnedDown;
                return null;
            }
            var current = await db.RuleVersions.Include(row => row.Cells).SingleAsync(row => row.State == RuleState.InForce, cancel);
            if (current.Version != proposal.BasedOn)
                return RuleRefusal.Outdated;
            var theirs = await db.RolesOfAsync(by.AccountId, cancel);
            var moved = RuleDiff.Between(current.Cells.Select(PolicyFactsReader.ToRule), proposal.Cells.Select(PolicyFactsReader.ToRule));
            if (moved.Any(one => one.Widens && theirs.Contains(one.After.Role)))
                return RuleRefusal.OwnElevation;
            (current.State, proposal.State) = (RuleState.Superseded, RuleState.InForce);
            return null;
        }, cancel);
    }
}
