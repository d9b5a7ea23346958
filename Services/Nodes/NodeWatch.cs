using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Nodes;

/// <summary>
/// Listens to the database for what other nodes do, on a connection of its own, and asks it every second for a sign of life. Looking every few seconds,
/// as a single node does, stays the floor under it. A node that has had no sign for four seconds is cut off (C12, C13).
/// </summary>
[Enforces(Clauses.OnlyWhileViewing, Clauses.AccessByNeed)]
internal sealed partial class NodeWatch(PostgresStore store, OtherNodes others, LivePolicy policy, TimeProvider clock, ILogger<NodeWatch> log) : BackgroundService
{
    internal static readonly TimeSpan CutOffAfter = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);

    private long lastSign;
    private bool cutOff;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lastSign = clock.GetTimestamp();
        try
        {
            await Task.WhenAll(ListenAsync(stoppingToken), JudgeAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await using var connection = await store.Source.OpenConnectionAsync(stopping);
                connection.Notification += (_, heard) => Hear(heard.Payload);
                await using var listen = new NpgsqlCommand("LISTEN portal", connection);
                await listen.ExecuteNonQueryAsync(stopping);
                // what was said while nobody listened
                await policy.LookAsync(stopping);
                await using var sign = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = (int)Answer.TotalSeconds };
                while (true)
                {
                    await sign.ExecuteNonQueryAsync(stopping);
                    Signed();
                    await connection.WaitAsync(AskEvery, stopping);
                }
            }
            catch (Exception failed) when (failed is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                Lost(log, failed.GetType().Name);
                await Task.Delay(AskEvery / 2, clock, stopping);
            }
        }
    }

    // apart: a connection that hangs is judged all the same
    private async Task JudgeAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(AskEvery / 2, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            if (clock.GetElapsedTime(Interlocked.Read(ref lastSign)) < CutOffAfter)
                continue;
            if (!cutOff)
                CutOff(log);
            cutOff = true;
            others.Cut(); // again and again: a page that was opened meanwhile goes, too
        }
    }

    private void Signed()
    {
        Interlocked.Exchange(ref lastSign, clock.GetTimestamp());
        if (cutOff)
            Back(log);
        cutOff = false;
    }

    private void Hear(string what)
    {
        if (what == "access")
            _ = Task.Run(() => policy.LookAsync(CancellationToken.None));
        else
            others.Hear(what);
    }

    [LoggerMessage(EventId = 1951, Level = LogLevel.Warning, Message = "The connection on which this node listens was lost ({Kind}); it is opened again")]
    private static partial void Lost(ILogger logger, string kind);

    [LoggerMessage(EventId = 1952, Level = LogLevel.Critical, Message = "This node is cut off from the store: everything that it showed is wiped")]
    private static partial void CutOff(ILogger logger);

    [LoggerMessage(EventId = 1953, Level = LogLevel.Information, Message = "The store answers again")]
    private static partial void Back(ILogger logger);
}
