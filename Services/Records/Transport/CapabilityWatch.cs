using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Records.Fhir;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>Asks the record system what it can do, at the start and every minute: whether it answers is what an operator sees first, and what it lacks is said once.</summary>
internal sealed partial class CapabilityWatch(IOptions<RecordSystemOptions> options, RecordRoad road, RecordSystemState state, TimeProvider clock, ILogger<CapabilityWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    internal async Task AskAsync(CancellationToken cancel)
    {
        using var connection = new RecordConnection(options.Value, road.Handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock, cancel);
        using var answer = await connection.MetadataAsync(deadline);
        if (answer.Body is { } body && CapabilityReading.Lacks(body.Json) is { } lacks)
            Answered(lacks);
        else
            Silent(answer.Problem ?? RecordProblem.Unreadable);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
                await AskAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Answered(IReadOnlyList<string> lacks)
    {
        if (state.Reachable != true)
            Reached(logger);
        foreach (var sentence in lacks.Except(state.Lacks))
            Lacks(logger, sentence);
        state.Answered(lacks);
    }

    private void Silent(RecordProblem problem)
    {
        if (state.Reachable != false)
            NotReached(logger, problem);
        state.Silent();
    }

    [LoggerMessage(EventId = 1510, Level = LogLevel.Information, Message = "The record system answers.")]
    private static partial void Reached(ILogger logger);

    [LoggerMessage(EventId = 1511, Level = LogLevel.Warning, Message = "The record system does not answer: {Problem}.")]
    private static partial void NotReached(ILogger logger, RecordProblem problem);

    [LoggerMessage(EventId = 1512, Level = LogLevel.Warning, Message = "{Sentence}")]
    private static partial void Lacks(ILogger logger, string sentence);
}
