using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Sessions;

/// <summary>When a session will end, so that its owner can be told in time, and why it has. Asking is not use.</summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal sealed class SessionClock(IDbContextFactory<PortalDb> store, SessionRegistry sessions, IOptions<SessionLimitOptions> options) : ISessionClock
{
    public TimeSpan WarnBefore => options.Value.WarnBefore;

    public async Task<SessionEnds?> EndsAsync(Actor who, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == who.SessionId && row.EndedAt == null, cancel);
        var limits = options.Value.For(who.Roles, who.IsComplete);
        return row is null ? null : new SessionEnds(row.LastUsedAt + limits.Idle, row.StartedAt + limits.Longest);
    }

    public async Task<bool> ExtendAsync(Actor who, CancellationToken cancel)
    {
        return await sessions.FindAsync(who.SessionId, use: true, cancel) is not null;
    }

    public async Task<SessionEnd?> WhyAsync(string sessionId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Sessions.AsNoTracking().Where(row => row.Id == sessionId).Select(row => row.Ended).SingleOrDefaultAsync(cancel);
    }
}
