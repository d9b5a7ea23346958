using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Needs;

/// <summary>Keeps the panels of the practices that are signed in equal to the record system: checked when one comes in, and again every few minutes while it is there. The record that is open is asked about each second (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed partial class PanelInUse(PanelNeeds panels, IOptions<PanelOptions> options, TimeProvider clock, ILogger<PanelInUse> log)
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);

    /// <summary>Checks the account's panel if that is due. Whoever has none is not asked about.</summary>
    public async Task CheckAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (!PanelNeeds.IsPractice(who.Roles))
            return;
        var now = clock.GetUtcNow();
        var next = now + options.Value.CheckEvery;
        if (due.GetOrAdd(who.AccountId, next) is var at && at != next && (at > now || !due.TryUpdate(who.AccountId, next, at)))
            return;
        try
        {
            await panels.CheckAsync(who.AccountId, cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // nothing is prolonged: the needs run out
            CheckFailed(log);
        }
    }

    /// <summary>Checks, of these, each whose check is due, and forgets the times of all others.</summary>
    public async Task CheckAllAsync(IReadOnlyCollection<Actor> live, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(live);
        var here = live.Select(actor => actor.AccountId).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in due.Where(one => !here.Contains(one.Key) && one.Value <= clock.GetUtcNow()).ToList())
            due.TryRemove(gone);
        foreach (var actor in live.DistinctBy(actor => actor.AccountId))
            await CheckAsync(actor, cancel);
    }

    /// <summary>Asks, of the records that practices have open, whether each is still of their panel. One that cannot be asked about stays until its need runs out.</summary>
    public Task CheckOpenAsync(IReadOnlyCollection<(Actor Who, PatientId Subject)> open, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(open);
        var theirs = open.Where(one => PanelNeeds.IsPractice(one.Who.Roles)).Select(one => (one.Who.AccountId, one.Subject)).Distinct();
        return Parallel.ForEachAsync(theirs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (one, stop) =>
        {
            try
            {
                await panels.CheckOpenAsync(one.AccountId, one.Subject, stop);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                CheckFailed(log);
            }
        });
    }

    [LoggerMessage(EventId = 1331, Level = LogLevel.Error, Message = "A panel could not be checked; its needs run out unless the next check succeeds")]
    private static partial void CheckFailed(ILogger logger);
}
