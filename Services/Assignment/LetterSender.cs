using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PrivacyPortal.Services.Assignment;

/// <summary>Looks every few seconds for letters that are due.</summary>
internal sealed partial class LetterSender(LetterDelivery delivery, TimeProvider clock, ILogger<LetterSender> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SendAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        try
        {
            await delivery.SendDueAsync(cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // the exception may hold what was being sent: its kind is all that is said
            RoundFailed(log, failed.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 1901, Level = LogLevel.Error, Message = "A round of letters failed with {Kind}; it is tried again")]
    private static partial void RoundFailed(ILogger logger, string kind);
}
