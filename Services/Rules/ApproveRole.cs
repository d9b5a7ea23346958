using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.Rules;

/// <summary>The second person's word on a privileged role: neither the proposer nor the one who gets it (C13).</summary>
public sealed class ApproveRole(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done. <paramref name="approve"/> false turns the proposal down.</summary>
    public Task<RoleRefusal?> RunAsync(Actor by, string proposalId, bool approve, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new AuditEntry(AuditAct.RoleProposalDecided, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Target = proposalId,
            Rule = approve ? "Approved" : "TurnedDown",
        };
        return change.RunAsync<RoleRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.MaySecondAsync(by.AccountId, now, cancel))
                return RoleRefusal.NotYourOffice;
            var proposal = await db.RoleProposals.SingleOrDefaultAsync(row => row.Id == proposalId && row.DecidedAt == null, cancel);
            if (proposal is null)
                return RoleRefusal.NoSuchProposal;
            if (proposal.ProposedBy == by.AccountId)
                return RoleRefusal.SamePerson;
            if (proposal.AccountId == by.AccountId)
                return RoleRefusal.OwnElevation;
            if (approve && await RoleFit.CheckAsync(db, proposal.AccountId, proposal.Role, proposal.OwnerId, proposal.RenewBy, now, cancel) is { } unfit)
                return unfit;
            (proposal.DecidedBy, proposal.DecidedAt, proposal.Approved) = (by.AccountId, now, approve);
            if (approve)
                await RoleFit.GiveAsync(db, proposal.AccountId, proposal.Role, proposal.ProposedBy, proposal.OwnerId, proposal.RenewBy, proposal.Reason, now, cancel);
            return null;
        }, cancel);
    }
}
