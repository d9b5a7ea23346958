using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>An administrator gives a role, for a time, with an owner who answers for it; a privileged one waits for a second person (C13).</summary>
public sealed class GrantRole(AccessChange change, TimeProvider clock)
{
    /// <summary>Given (no refusal, no proposal), waiting (a proposal), or why not.</summary>
    public async Task<RoleAnswer> RunAsync(Actor by, string account, Role role, string owner, DateTimeOffset renewBy, RoleReason reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        string? proposal = null;
        var entry = new AuditEntry(AuditAct.RoleGranted, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = account, Role = role, Rule = reason.ToString() };
        var refusal = await change.RunAsync<RoleRefusal>(entry, async db =>
        {
            proposal = null;
            var now = clock.GetUtcNow();
            if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
                return RoleRefusal.NotYourOffice;
            if (by.AccountId == account)
                return RoleRefusal.OwnElevation;
            if (await RoleFit.CheckAsync(db, account, role, owner, renewBy, now, cancel) is { } unfit)
                return unfit;
            if (await db.RoleProposals.AnyAsync(row => row.AccountId == account && row.Role == role && row.DecidedAt == null, cancel))
                return RoleRefusal.AlreadyProposed;
            if (!RoleSets.Privileged.Contains(role))
            {
                await RoleFit.GiveAsync(db, account, role, by.AccountId, owner, renewBy, reason, now, cancel);
                return null;
            }
            proposal = Guid.NewGuid().ToString("N");
            db.RoleProposals.Add(new RoleProposalRow
            {
                Id = proposal,
                AccountId = account,
                Role = role,
                OwnerId = owner,
                RenewBy = renewBy,
                Reason = reason,
                ProposedBy = by.AccountId,
                ProposedAt = now,
            });
            return null;
        }, cancel);
        return refusal is null ? new RoleAnswer(proposal, null) : new RoleAnswer(null, refusal);
    }
}

/// <summary>A proposal that waits for a second person, or why there is none; neither when the role is given.</summary>
public readonly record struct RoleAnswer(string? Proposal, RoleRefusal? Refusal);
