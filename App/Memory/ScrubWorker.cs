using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Memory;

/// <summary>Scrubs the memory after members left pages and circuits ended, as the schedule says.</summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal sealed partial class ScrubWorker(HeldNow held, ForgettingState state, IOptions<ForgettingOptions> options, TimeProvider clock, ILogger<ScrubWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Channel<byte> left = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ScrubSchedule schedule = new(options.Value.Settle, options.Value.Again, options.Value.Limit);
    private readonly Lock gate = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var weakness in state.Weaknesses)
        {
            var sentence = ForgettingWeaknessWords.Say(weakness);
            Weaker(log, weakness == ForgettingWeakness.PoolsKeepBuffers ? LogLevel.Critical : LogLevel.Warning, sentence);
        }
        if (!options.Value.Scrub)
        {
            NotScrubbing(log);
            return Task.CompletedTask;
        }
        held.Left += OnLeft;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        held.Left -= OnLeft;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var poolsCanBeEmptied = !state.Weaknesses.Contains(ForgettingWeakness.PoolsKeepBuffers);
        try
        {
            while (await left.Reader.WaitToReadAsync(stoppingToken))
            {
                left.Reader.TryRead(out _);
                while (Next() is { } next)
                {
                    if (clock.GetUtcNow() is var now && now < next)
                        await Task.Delay(next - now < LookEvery ? next - now : LookEvery, clock, stoppingToken);
                    else
                        Scrub(now, poolsCanBeEmptied);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Scrub(DateTimeOffset now, bool poolsCanBeEmptied)
    {
        var (pause, took) = MemoryScrub.Run(poolsCanBeEmptied);
        lock (gate)
            schedule.Scrubbed(now, pause, took);
        state.Scrubbed(clock.GetUtcNow(), pause);
        Scrubbed(log, pause.TotalMilliseconds, took.TotalMilliseconds);
    }

    private DateTimeOffset? Next()
    {
        lock (gate)
            return schedule.Next;
    }

    private void OnLeft()
    {
        lock (gate)
            schedule.Left(clock.GetUtcNow());
        left.Writer.TryWrite(0);
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Debug, Message = "Memory scrubbed: {PauseMilliseconds} ms of pause, {TookMilliseconds} ms in all")]
    private static partial void Scrubbed(ILogger logger, double pauseMilliseconds, double tookMilliseconds);

    [LoggerMessage(EventId = 1202, Message = "Forgetting is weaker here: {Sentence}")]
    private static partial void Weaker(ILogger logger, LogLevel level, string sentence);

    [LoggerMessage(EventId = 1203, Level = LogLevel.Warning, Message = "Memory is not scrubbed: Forgetting:Scrub is off")]
    private static partial void NotScrubbing(ILogger logger);
}
