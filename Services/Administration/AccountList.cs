using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Administration;

/// <summary>The accounts, for administrators: by sign-in name, with nothing of a record (C13).</summary>
public sealed class AccountList(IDbContextFactory<PortalDb> store, SessionRegistry sessions, TimeProvider clock)
{
    /// <summary>Null for whoever is no administrator now.</summary>
    public async Task<AccountsFound?> ReadAsync(Actor by, AccountsAsked asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(asked);
        var now = clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancel);
        if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
            return null;
        var part = asked.Find.Trim().ToUpperInvariant();
        var wanted = db.Users.AsNoTracking().Where(user => part == "" || user.NormalizedUserName!.Contains(part));
        if (asked.StaffOnly)
            wanted = wanted.Where(user => !db.RoleGrants.Any(grant => grant.AccountId == user.Id && (grant.Role == Role.Member || grant.Role == Role.Representative)));
        var users = await wanted.OrderBy(user => user.NormalizedUserName).Take(asked.Most).ToListAsync(cancel);
        var ids = users.Select(user => user.Id).ToList();
        var roles = (await db.RoleGrants.AsNoTracking().Where(grant => ids.Contains(grant.AccountId) && (grant.RenewBy == null || grant.RenewBy > now)).ToListAsync(cancel))
            .ToLookup(grant => grant.AccountId, grant => grant.Role, StringComparer.Ordinal);
        var last = await db.Sessions.Where(row => ids.Contains(row.AccountId)).GroupBy(row => row.AccountId)
            .Select(rows => new { rows.Key, At = rows.Max(row => row.StartedAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancel);
        var live = await LiveAsync(db, ids, cancel);
        return new([.. users.Select(user => new AccountLine(user.Id, user.UserName!, [.. roles[user.Id].Order()], StateOf(user, now),
            last.TryGetValue(user.Id, out var at) ? at : null, live.GetValueOrDefault(user.Id), user.Id == by.AccountId))], await wanted.CountAsync(cancel));
    }

    // asked one by one: a session that has idled away ends here rather than being counted
    private async Task<Dictionary<string, int>> LiveAsync(PortalDb db, List<string> accounts, CancellationToken cancel)
    {
        var live = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in await db.Sessions.AsNoTracking().Where(row => accounts.Contains(row.AccountId) && row.EndedAt == null).ToListAsync(cancel))
        {
            if (await sessions.FindAsync(row.Id, use: false, cancel) is not null)
                live[row.AccountId] = live.GetValueOrDefault(row.AccountId) + 1;
        }
        return live;
    }

    private static AccountState StateOf(PortalUser user, DateTimeOffset now) => user switch
    {
        { ClosedAt: not null } => AccountState.Disabled,
        { PasswordState: PasswordState.Assigned, AssignedUntil: { } until } when until > now => AccountState.Assigned,
        { PasswordState: PasswordState.Assigned } => AccountState.AssignedExpired,
        { PasswordState: PasswordState.Personal } => AccountState.Active,
        { PasswordState: PasswordState.Closed } => AccountState.PasswordClosed,
        _ => AccountState.NoPassword,
    };
}
