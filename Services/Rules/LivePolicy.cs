using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>Keeps the snapshot in force equal to the store. When the store cannot be read, nothing is open until it can be again (C13).</summary>
public sealed partial class LivePolicy(IDbContextFactory<PortalDb> store, CurrentPolicy current, TimeProvider clock, ILogger<LivePolicy> log) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private long revision = -1;
    private DateTimeOffset nextMoment = DateTimeOffset.MinValue;

    public void Dispose() => turn.Dispose();

    /// <summary>Reads the store and puts a new snapshot in force.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            // the count first: a change that comes in between is read again at the next look
            var number = await db.AccessRevision.Select(row => row.Number).SingleAsync(cancel);
            var now = clock.GetUtcNow();
            var facts = await PolicyFactsReader.ReadAsync(db, now, cancel);
            (revision, nextMoment) = (number, NextMoment(facts, now));
            current.Replace(PolicySnapshot.Compile(facts));
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            (revision, nextMoment) = (-1, DateTimeOffset.MinValue);
            StoreUnreadable(log);
            current.Replace(PolicySnapshot.Compile(new PolicyFacts()));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Refreshes when another node has changed something, or when a need, a role or a restriction began or ended by time alone.</summary>
    internal async Task LookAsync(CancellationToken cancel)
    {
        if (clock.GetUtcNow() >= nextMoment || await NumberAsync(cancel) != revision)
            await RefreshAsync(cancel);
    }

    private async Task<long> NumberAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            return await db.AccessRevision.Select(row => row.Number).SingleAsync(cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            return -2; // no revision: the refresh that follows closes everything, or finds the store again
        }
    }

    private static DateTimeOffset NextMoment(PolicyFacts facts, DateTimeOffset now)
    {
        var moments = facts.Needs.SelectMany(need => new[] { need.From, need.Until })
            .Concat(facts.Restrictions.Select(restriction => restriction.From))
            .Concat(facts.Accounts.SelectMany(account => account.Roles).Select(held => held.RenewBy ?? DateTimeOffset.MaxValue));
        return moments.Where(moment => moment > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
    }

    [LoggerMessage(EventId = 1321, Level = LogLevel.Error, Message = "The store cannot say who may see what: everything is closed")]
    private static partial void StoreUnreadable(ILogger logger);
}
