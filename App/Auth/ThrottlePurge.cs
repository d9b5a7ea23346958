using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.App.Auth;

/// <summary>Once a day forgets wrong tries of long ago. A day that fails is made up for by the next.</summary>
internal sealed partial class ThrottlePurge(SignInThrottle throttle, TimeProvider clock, ILogger<ThrottlePurge> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await throttle.PurgeAsync(stoppingToken);
            }
            catch (System.Data.Common.DbException)
            {
                PurgeFailed(log);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Warning, Message = "Old wrong tries could not be forgotten; tried again in a day")]
    private static partial void PurgeFailed(ILogger logger);
}
