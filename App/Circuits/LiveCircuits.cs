using System.Collections.Concurrent;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Nodes;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// The circuits that live in this process, by session. When a session ends, its circuits end with it: identity closed, memory wiped, connection
/// aborted. Sessions that end by time alone are found by a sweep every few seconds. When the policy changes, and each second for what time alone ends,
/// every visit decides again on what it holds (C13).
/// </summary>
[Enforces(Clauses.OnlyWhileViewing, Clauses.ExitAnytime, Clauses.AccessByNeed)]
internal sealed partial class LiveCircuits(SessionRegistry sessions, OtherNodes others, CurrentPolicy policy, TimeProvider clock, ILogger<LiveCircuits> log) : BackgroundService, IViewedNow
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DecideEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Live> circuits = new();

    internal int Count => circuits.Count;

    /// <summary>The sessions that have a page open.</summary>
    internal IReadOnlyList<string> SessionIds => [.. circuits.Values.Select(live => live.SessionId).Distinct()];

    /// <summary>Who is here.</summary>
    internal IReadOnlyCollection<Actor> Actors => [.. circuits.Values.Select(live => live.Visit.Actor).OfType<Actor>()];

    /// <summary>Who has which record open besides the own one.</summary>
    internal IReadOnlyCollection<(Actor Who, PatientId Subject)> OpenRecords =>
    [
        .. from live in circuits.Values
           let who = live.Visit.Actor
           let record = live.Visit.Record
           where who is not null && record is not null
           select (who, record.Subject),
    ];

    /// <summary>The parts of records that are open now, and how many of them the policy of this moment would refuse.</summary>
    internal (int Open, int Refused) OpenParts
    {
        get
        {
            var parts = circuits.Values.Select(live => live.Visit.OpenParts).ToList();
            return (parts.Sum(part => part.Open), parts.Sum(part => part.Refused));
        }
    }

    /// <summary>What the circuits of a session hold now: names of categories.</summary>
    public IReadOnlyList<Category> In(string sessionId) =>
        [.. circuits.Values.Where(live => live.SessionId == sessionId).SelectMany(live => live.Visit.Viewing).Distinct().Order()];

    /// <summary>How many live pages a session has.</summary>
    internal int CountOf(string sessionId) => circuits.Values.Count(live => live.SessionId == sessionId);

    internal void Opened(string circuitId, string sessionId, CircuitIdentity identity, MemberVisit visit) =>
        circuits[circuitId] = new(sessionId, identity, visit);

    internal void Closed(string circuitId) => circuits.TryRemove(circuitId, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sessions.Ended += EndCircuits;
        others.SessionEnded += EndCircuits;
        others.AccountTurned += SweepAccount;
        others.CutOff += EndAll;
        policy.Changed += DecideAgain;
        try
        {
            // apart: a store that is slow to say which sessions live holds up no decision
            await Task.WhenAll(
                Pulse.EveryAsync(SweepEvery, () => SweepAsync(SessionIds, stoppingToken), clock, stoppingToken),
                Pulse.EveryAsync(DecideEvery, DecideAgainAsync, clock, stoppingToken));
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            sessions.Ended -= EndCircuits;
            others.SessionEnded -= EndCircuits;
            others.AccountTurned -= SweepAccount;
            others.CutOff -= EndAll;
            policy.Changed -= DecideAgain;
            // the process is stopping: nothing is left to the order in which circuits are taken down
            EndAll();
        }
    }

    private Task DecideAgainAsync()
    {
        DecideAgain();
        return Task.CompletedTask;
    }

    private void DecideAgain()
    {
        foreach (var live in circuits.Values)
            live.DecideAgain(log);
    }

    private async Task SweepAsync(IReadOnlyCollection<string> sessionIds, CancellationToken cancel)
    {
        try
        {
            await sessions.SweepAsync(sessionIds, cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // A store that cannot be asked cannot say that these sessions still live: fail closed.
            SweepFailed(log, circuits.Count);
            EndAll();
        }
    }

    private void SweepAccount(string accountId)
    {
        var theirs = circuits.Values.Where(live => live.Visit.Actor?.AccountId == accountId).Select(live => live.SessionId).Distinct().ToList();
        if (theirs.Count > 0)
            _ = Task.Run(() => SweepAsync(theirs, CancellationToken.None));
    }

    private void EndAll()
    {
        foreach (var live in circuits.Values)
            live.End();
    }

    private void EndCircuits(string sessionId)
    {
        foreach (var live in circuits.Values.Where(live => live.SessionId == sessionId))
            live.End();
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Error, Message = "The store cannot say which sessions live: {Circuits} circuits were ended")]
    private static partial void SweepFailed(ILogger logger, int circuits);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Error, Message = "A circuit could not decide again and was ended")]
    private static partial void DecideFailed(ILogger logger);

    private sealed record Live(string SessionId, CircuitIdentity Identity, MemberVisit Visit)
    {
        internal void End()
        {
            Visit.End();
            Identity.End();
        }

        internal void DecideAgain(ILogger log)
        {
            try
            {
                Visit.DecideAgain();
            }
            catch (Exception)
            {
                // one page that cannot be drawn keeps no other from being closed, and itself shows nothing
                DecideFailed(log);
                End();
            }
        }
    }
}
