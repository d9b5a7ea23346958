using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Sessions;

/// <summary>
/// The sessions as the server knows them: the cookie is only a key. A session begins at sign-in, is looked up at every request and hub call, and is
/// over when it is ended, idle, too old, its account is closed, or the account's stamp has turned. Over is over: a copied cookie opens nothing.
/// </summary>
[Enforces(Clauses.ChangeInTheApp, Clauses.ExitAnytime)]
public sealed class SessionRegistry(IDbContextFactory<PortalDb> store, IAuditLog audit, IOptions<SessionLimitOptions> options, StatementVersions statement, TimeProvider clock)
{
    private static readonly TimeSpan TouchAtMostEvery = TimeSpan.FromSeconds(20);

    /// <summary>Raised with a session's id when it ends in this process: live circuits end with it.</summary>
    public event Action<string>? Ended;

    /// <summary>The id of the session that a cookie's key opens.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Begins a session and returns the key for the cookie: 256 random bits.</summary>
    public async Task<string> BeginAsync(string accountId, (BrowserKind Browser, DeviceKind Device) on, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var account = await db.Users.SingleAsync(user => user.Id == accountId, cancel);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        var id = IdOf(key);
        db.Sessions.Add(new SessionRow
        {
            Id = id, AccountId = accountId, Stamp = account.SecurityStamp!, StartedAt = now, PasswordAt = now, LastUsedAt = now, Browser = on.Browser, Device = on.Device,
            // asked once for each version, not at each sign-in
            StatementVersion = account.StatementVersion,
        });
        await audit.SaveAsync(db, new AuditEntry(AuditAct.SessionBegan, Allowed: true) { Account = accountId, Session = id }, cancel);
        return key;
    }

    /// <summary>Who a live session belongs to, read fresh from the store; null when it is over or was never there. Counts as use when asked to.</summary>
    public async Task<Actor?> FindAsync(string sessionId, bool use, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel);
        if (session is null)
            return null;
        var account = await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel);
        var view = await db.ViewAsync(account, cancel);
        var owed = await db.OwesSecondFactorAsync(session, view.Roles, cancel);
        var now = clock.GetUtcNow();
        var limits = options.Value.For(view.Roles, complete: view.HasPersonalPassword && !owed);
        if (WhyOver(session, account, limits, now) is { } why)
        {
            await EndAsync(sessionId, why, cancel);
            return null;
        }
        if (use && now - session.LastUsedAt > TouchEvery(limits))
        {
            session.LastUsedAt = now;
            await db.SaveChangesAsync(cancel);
        }
        return new Actor(view.Id, session.Id, view.Roles, view.OwnRecord, view.HasPersonalPassword) { SecondFactorOwed = owed, StatementOwed = session.StatementVersion != statement.Current.Id, SessionUntil = session.StartedAt + limits.Longest };
    }

    /// <summary>Ends a session, once; live circuits hear of it at once.</summary>
    public Task EndAsync(string sessionId, SessionEnd why, CancellationToken cancel) => EndAsync(sessionId, why, receipt: null, cancel);

    /// <summary>The same, under the number of a receipt (C19).</summary>
    public async Task EndAsync(string sessionId, SessionEnd why, string? receipt, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel);
        if (session is not null)
        {
            (session.EndedAt, session.Ended) = (clock.GetUtcNow(), why);
            await audit.SaveAsync(db, new AuditEntry(AuditAct.SessionEnded, Allowed: true) { Account = session.AccountId, Session = sessionId, Reason = why.ToString(), Target = receipt }, cancel);
        }
        Ended?.Invoke(sessionId);
    }

    /// <summary>Tells of those given sessions that are over by now: idle, too old, of an account that changed, or not yet asked about a new statement. What live circuits are held to.</summary>
    public async Task SweepAsync(IReadOnlyCollection<string> sessionIds, CancellationToken cancel)
    {
        foreach (var id in sessionIds)
        {
            if (await FindAsync(id, use: false, cancel) is not { StatementOwed: false })
                Ended?.Invoke(id);
        }
    }

    /// <summary>Ends every live session of an account, but for one when it is given.</summary>
    public async Task EndAllAsync(string accountId, SessionEnd why, string? except, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var live = await db.Sessions.Where(row => row.AccountId == accountId && row.EndedAt == null && row.Id != except).Select(row => row.Id).ToListAsync(cancel);
        try
        {
            foreach (var session in live)
                await EndAsync(session, why, cancel);
        }
        catch
        {
            // what could not be written down ends all the same
            live.ForEach(session => Ended?.Invoke(session));
            throw;
        }
    }

    // seldom enough to spare the store, often enough that the idle time is what it says
    private static TimeSpan TouchEvery(SessionLimits limits) => limits.Idle / 30 < TouchAtMostEvery ? limits.Idle / 30 : TouchAtMostEvery;

    private static SessionEnd? WhyOver(SessionRow session, PortalUser account, SessionLimits limits, DateTimeOffset now)
    {
        if (account.ClosedAt is not null)
            return SessionEnd.AccountClosed;
        if (session.Stamp != account.SecurityStamp)
            return SessionEnd.PasswordChanged;
        if (now - session.StartedAt >= limits.Longest || now < session.StartedAt)
            return SessionEnd.TooOld;
        return now - session.LastUsedAt >= limits.Idle ? SessionEnd.Idle : null;
    }
}
