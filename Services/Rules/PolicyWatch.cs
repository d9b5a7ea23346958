using Microsoft.Extensions.Hosting;

namespace PrivacyPortal.Services.Rules;

/// <summary>Puts the store's policy in force before the portal answers anyone, and looks every second for what time or another node has changed (C13).</summary>
internal sealed class PolicyWatch(SeedStarterRules seed, LivePolicy live, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await seed.RunAsync(cancellationToken);
        await live.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await live.LookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
