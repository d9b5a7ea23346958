using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using PrivacyPortal.Services.Nodes;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// The connections to the component hub, by session. A circuit whose session is over is deaf at once, but as long as it is connected it keeps what it has
/// sent and nobody has acknowledged. A page says good-bye and leaves within a second or two; a browser that does not is cut off (C12).
/// </summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal sealed partial class CircuitConnections(SessionRegistry sessions, OtherNodes others, TimeProvider clock, ILogger<CircuitConnections> log) : IHostedService
{
    /// <summary>What a page of an ended session has for its good-bye; docs/forgetting.md counts it.</summary>
    internal static readonly TimeSpan GoodBye = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (string Session, HubCallerContext Caller)> connections = new(StringComparer.Ordinal);

    internal int Count => connections.Count;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        sessions.Ended += CutOffSoon;
        others.SessionEnded += CutOffSoon;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        sessions.Ended -= CutOffSoon;
        others.SessionEnded -= CutOffSoon;
        return Task.CompletedTask;
    }

    internal void Opened(HubCallerContext caller, string sessionId) => connections[caller.ConnectionId] = (sessionId, caller);

    internal void Closed(HubCallerContext caller) => connections.TryRemove(caller.ConnectionId, out _);

    private void CutOffSoon(string sessionId)
    {
        // those of now: a session that only owes an answer comes back with another
        var over = connections.Where(one => one.Value.Session == sessionId).Select(one => one.Key).ToList();
        if (over.Count > 0)
            _ = CutOffAsync(over);
    }

    private async Task CutOffAsync(List<string> over)
    {
        await Task.Delay(GoodBye, clock);
        foreach (var id in over)
        {
            if (!connections.TryRemove(id, out var left))
                continue;
            left.Caller.Abort();
            WasCutOff(log);
        }
    }

    [LoggerMessage(EventId = 1303, Level = LogLevel.Information, Message = "A connection outlived its session and was cut off")]
    private static partial void WasCutOff(ILogger logger);
}
