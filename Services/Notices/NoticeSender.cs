using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PrivacyPortal.Services.Notices;

/// <summary>Looks every few seconds for notices that are due. Says at the start when there is no mail server.</summary>
internal sealed partial class NoticeSender(NoticeDelivery delivery, IOptions<SmtpOptions> smtp, TimeProvider clock, ILogger<NoticeSender> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!smtp.Value.IsSet)
        {
            NoMailServer(log);
            return;
        }
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            do
                await SendAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
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

    [LoggerMessage(EventId = 1801, Level = LogLevel.Information, Message = "Smtp:Host is not set: vital notices are kept in each account's own list and no e-mail is sent")]
    private static partial void NoMailServer(ILogger logger);

    [LoggerMessage(EventId = 1802, Level = LogLevel.Error, Message = "A round of notices failed with {Kind}; it is tried again")]
    private static partial void RoundFailed(ILogger logger, string kind);
}
