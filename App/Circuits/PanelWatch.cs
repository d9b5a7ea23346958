using PrivacyPortal.Services.Needs;

namespace PrivacyPortal.App.Circuits;

/// <summary>Has the panels of the practices with a live circuit checked when that is due (C13).</summary>
internal sealed class PanelWatch(LiveCircuits circuits, PanelInUse panels, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await panels.CheckAllAsync(circuits.Actors, stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
