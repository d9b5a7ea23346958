using System.Collections.Concurrent;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// The circuits that live in this process, by session. When a session ends, its circuits end with it: identity closed, memory wiped, connection
/// aborted. Sessions that end by time alone are found by a sweep every few seconds.
/// </summary>
[Enforces(Clauses.OnlyWhileViewing, Clauses.ExitAnytime)]
internal sealed partial class LiveCircuits(SessionRegistry sessions, TimeProvider clock, ILogger<LiveCircuits> log) : BackgroundService, IViewedNow
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Live> circuits = new();

    internal int Count => circuits.Count;

    /// <summary>What the circuits of a session hold now: names of categories.</summary>
    public IReadOnlyList<Category> In(string sessionId) =>
        [.. circuits.Values.Where(live => live.SessionId == sessionId).SelectMany(live => live.Visit.Viewing).Distinct().Order()];

    internal void Opened(string circuitId, string sessionId, CircuitIdentity identity, MemberVisit visit) =>
        circuits[circuitId] = new(sessionId, identity, visit);

    internal void Closed(string circuitId) => circuits.TryRemove(circuitId, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sessions.Ended += EndCircuits;
        using var timer = new PeriodicTimer(SweepEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            sessions.Ended -= EndCircuits;
            // the process is stopping: nothing is left to the order in which circuits are taken down
            foreach (var live in circuits.Values)
                live.End();
        }
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        try
        {
            await sessions.SweepAsync([.. circuits.Values.Select(live => live.SessionId).Distinct()], cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // A store that cannot be asked cannot say that these sessions still live: fail closed.
            SweepFailed(log, circuits.Count);
            foreach (var live in circuits.Values)
                live.End();
        }
    }

    private void EndCircuits(string sessionId)
    {
        foreach (var live in circuits.Values.Where(live => live.SessionId == sessionId))
            live.End();
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Error, Message = "The store cannot say which sessions live: {Circuits} circuits were ended")]
    private static partial void SweepFailed(ILogger logger, int circuits);

    private sealed record Live(string SessionId, CircuitIdentity Identity, MemberVisit Visit)
    {
        internal void End()
        {
            Visit.End();
            Identity.End();
        }
    }
}
