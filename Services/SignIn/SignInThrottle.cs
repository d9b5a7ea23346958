using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>
/// Slows wrong tries down in lanes, whether an account of the name exists or not, so that the answer tells nothing: by name and by source for
/// strangers, by device where the account has signed in before. A try is counted before the password is looked at. Survives a restart.
/// </summary>
/// <remarks>Every try does the same work, looked at or not: one transaction that reads and writes the lanes.</remarks>
[Enforces(Clauses.PersonalPassword)]
public sealed class SignInThrottle(IDbContextFactory<PortalDb> store, ThrottleKey key, IOptions<SignInOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan KeepLanes = TimeSpan.FromDays(180);

    /// <summary>Takes a try at signing in as this name.</summary>
    internal async Task<ThrottleTicket> TakeAsync(string userName, SignInOrigin origin, CancellationToken cancel)
    {
        var name = userName.ToUpperInvariant();
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await db.Users.AsNoTracking().Where(user => user.NormalizedUserName == name).Select(user => new { user.Id, user.PasswordSetAt }).SingleOrDefaultAsync(cancel);
        var device = DeviceCookie.DigestIn(origin.DeviceCookie, name, key);
        var setAt = account?.PasswordSetAt ?? DateTimeOffset.MinValue;
        var known = device is not null && await db.KnownDevices.AnyAsync(d => d.Digest == device && d.AccountId == account!.Id && d.LastUsedAt >= setAt, cancel);
        var lane = Digest("device", device ?? "");
        if (known && !await db.ThrottleLanes.AnyAsync(l => l.Digest == lane && l.Closed, cancel))
            return await CountAsync(db, transaction, [(lane, LaneRule.Device)], null, setAt, cancel);
        return await CountAsync(db, transaction, [(Digest("name", name), LaneRule.Name)], Digest("source", origin.Source ?? ""), setAt, cancel);
    }

    /// <summary>Takes a try at an assigned secret that waits for its first use: what strangers spent on the name does not count against it.</summary>
    internal async Task<ThrottleTicket> TakeForAssignedAsync(string assignmentId, SignInOrigin origin, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        return await CountAsync(db, transaction, [(Digest("assigned", assignmentId), LaneRule.Assigned)], Digest("source", origin.Source ?? ""), null, cancel);
    }

    /// <summary>Takes a request that anyone can make, such as for a letter: false when there were too many from this source or for this name.</summary>
    internal async Task<bool> TakeRequestAsync(string kind, string name, SignInOrigin? origin, LaneRule rule, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var source = origin is null ? null : Digest($"{kind}-source", origin.Source ?? "");
        return (await CountAsync(db, transaction, [(Digest(kind, name.ToUpperInvariant()), rule)], source, null, cancel)).Open;
    }

    /// <summary>Takes a try at the current password, by someone who is signed in.</summary>
    internal async Task<ThrottleTicket> TakeForChangeAsync(PortalUser account, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        return await CountAsync(db, transaction, [(Digest("change", account.Id), LaneRule.Change)], null, account.PasswordSetAt, cancel);
    }

    /// <summary>The password was right: what was counted in its lane is cleared.</summary>
    internal async Task SucceededAsync(ThrottleTicket ticket, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.HoldAsync(ticket.Source is null ? ticket.Lanes : ticket.Lanes.Append(ticket.Source), cancel);
        await db.ThrottleLanes.Where(lane => ticket.Lanes.Contains(lane.Digest)).ExecuteDeleteAsync(cancel);
        await db.ThrottleLanes.Where(lane => lane.Digest == ticket.Source && lane.Failures > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(lane => lane.Failures, lane => lane.Failures - 1).SetProperty(lane => lane.NotBefore, (DateTimeOffset?)null), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Forgets lanes that nothing was counted on for half a year, but for closed ones.</summary>
    public async Task PurgeAsync(CancellationToken cancel)
    {
        var old = clock.GetUtcNow() - KeepLanes;
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.ThrottleLanes.Where(lane => lane.LastAt < old && !lane.Closed).ExecuteDeleteAsync(cancel);
    }

    private async Task<ThrottleTicket> CountAsync(PortalDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction,
        List<(string Digest, LaneRule Rule)> cleared, string? source, DateTimeOffset? passwordSetAt, CancellationToken cancel)
    {
        await db.HoldAsync(source is null ? cleared.Select(lane => lane.Digest) : cleared.Select(lane => lane.Digest).Append(source), cancel);
        var now = clock.GetUtcNow();
        var rows = new List<(ThrottleLane Row, LaneRule Rule)>();
        foreach (var (digest, rule) in cleared)
            rows.Add((await LaneAsync(db, digest, rule, passwordSetAt, now, cancel), rule));
        var bySource = LaneRule.Source(options.Value.TriesPerSource);
        if (source is not null)
            rows.Add((await LaneAsync(db, source, bySource, null, now, cancel), bySource));
        var open = rows.All(lane => LaneRule.IsOpen(lane.Row, now));
        foreach (var (row, rule) in rows)
        {
            if (open)
                rule.Count(row, now);
            row.LastAt = now;
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ThrottleTicket(open, [.. cleared.Select(lane => lane.Digest)], source);
    }

    private static async Task<ThrottleLane> LaneAsync(PortalDb db, string digest, LaneRule rule, DateTimeOffset? passwordSetAt, DateTimeOffset now, CancellationToken cancel)
    {
        var lane = await db.ThrottleLanes.SingleOrDefaultAsync(row => row.Digest == digest, cancel);
        if (lane is null)
            db.ThrottleLanes.Add(lane = new ThrottleLane { Digest = digest, Since = now, LastAt = now });
        rule.Refresh(lane, passwordSetAt, now);
        return lane;
    }

    private string Digest(string kind, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Value.Span, Encoding.UTF8.GetBytes($"{kind}:{value}")));
}
