using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>Who holds which role at work, for administrators: sign-in names and closed words, and nothing about a member (C13).</summary>
public sealed class RoleBook(IDbContextFactory<PortalDb> store, TimeProvider clock)
{
    /// <summary>Null for whoever is no administrator now.</summary>
    public async Task<RoleBookView?> ReadAsync(Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancel);
        if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
            return null;
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.Role != Role.Member && grant.Role != Role.Representative).ToListAsync(cancel);
        var waiting = await db.RoleProposals.AsNoTracking().Where(row => row.DecidedAt == null).OrderBy(row => row.ProposedAt).ToListAsync(cancel);
        var named = await db.NamesAsync(
            [.. grants.SelectMany(grant => new[] { grant.AccountId, grant.GrantedBy, grant.OwnerId }), .. waiting.SelectMany(row => new[] { row.AccountId, row.ProposedBy, row.OwnerId })], cancel);
        var closed = (await db.Users.Where(user => user.ClosedAt != null).Select(user => user.Id).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. grants.Select(grant => new RoleHolding(grant.AccountId, named.Of(grant.AccountId), grant.Role, named.Of(grant.GrantedBy), grant.GrantedAt, grant.Reason,
                grant.OwnerId is null ? null : named.Of(grant.OwnerId), grant.RenewBy, StandingOf(grant, closed.Contains(grant.AccountId), now)))
                .OrderBy(held => held.Role).ThenBy(held => held.UserName, StringComparer.Ordinal)],
            [.. waiting.Select(row => new RoleWaiting(row.Id, named.Of(row.AccountId), row.Role, named.Of(row.ProposedBy), row.ProposedAt, row.Reason, named.Of(row.OwnerId), row.RenewBy,
                Mine: row.ProposedBy == by.AccountId))]);
    }

    /// <summary>The id of the account with a sign-in name, for the acts; null when there is none, or for whoever is no administrator now.</summary>
    public async Task<string?> FindAsync(Actor by, string userName, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(userName);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (!await db.HoldsAsync(by.AccountId, Role.Administrator, clock.GetUtcNow(), cancel))
            return null;
        var normalized = userName.Trim().ToUpperInvariant();
        return await db.Users.Where(user => user.NormalizedUserName == normalized).Select(user => user.Id).SingleOrDefaultAsync(cancel);
    }

    private static RoleStanding StandingOf(RoleGrant grant, bool accountClosed, DateTimeOffset now) => grant switch
    {
        _ when accountClosed => RoleStanding.AccountDisabled,
        { RenewBy: null } => RoleStanding.NoDay,
        { RenewBy: { } until } when until <= now => RoleStanding.Lapsed,
        { RenewBy: { } until } when until - now <= RoleTerm.LookAgainBefore => RoleStanding.Due,
        _ => RoleStanding.Held,
    };
}

/// <summary>The roles held at work, and those that wait for a second person.</summary>
public sealed record RoleBookView(IReadOnlyList<RoleHolding> Holdings, IReadOnlyList<RoleWaiting> Waiting);
