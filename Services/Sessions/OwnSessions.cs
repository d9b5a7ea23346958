using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Sessions;

/// <summary>An account's own live sessions: seen, and ended one by one or all but the one in use (C8). Nobody else's can be named here.</summary>
[Enforces(Clauses.CompromisedAtOnce)]
public sealed class OwnSessions(IDbContextFactory<PortalDb> store, SessionRegistry sessions, IViewedNow viewed)
{
    /// <summary>The one in use first, then by last use.</summary>
    public async Task<IReadOnlyList<OwnSession>> ListAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        var live = new List<OwnSession>();
        await using var db = await store.CreateDbContextAsync(cancel);
        foreach (var row in await db.Sessions.AsNoTracking().Where(row => row.AccountId == who.AccountId && row.EndedAt == null).ToListAsync(cancel))
        {
            if (await sessions.FindAsync(row.Id, use: false, cancel) is not null)
                live.Add(new OwnSession(row.Id, row.Id == who.SessionId, DeviceWords.Say(row.Browser, row.Device), row.StartedAt, row.LastUsedAt, viewed.In(row.Id)));
        }
        return [.. live.OrderByDescending(session => session.Current).ThenByDescending(session => session.LastUsedAt)];
    }

    /// <summary>Ends one of the account's sessions; one that is not the account's, or over, is left as it is.</summary>
    public async Task EndAsync(Actor who, string sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Sessions.AnyAsync(row => row.Id == sessionId && row.AccountId == who.AccountId && row.EndedAt == null, cancel))
            await sessions.EndAsync(sessionId, SessionEnd.EndedByOwner, cancel);
    }

    /// <summary>Ends all but the one in use.</summary>
    public Task EndOthersAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        return sessions.EndAllAsync(who.AccountId, SessionEnd.EndedByOwner, except: who.SessionId, cancel);
    }
}
