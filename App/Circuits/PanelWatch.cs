using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Needs;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// Has the panels of the practices with a live circuit checked when that is due, and the records that they have open, every second (C13). Apart, so that a
/// long panel keeps no open record from being asked about.
/// </summary>
internal sealed class PanelWatch(LiveCircuits circuits, PanelInUse panels, IOptions<PanelOptions> options, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(
                Pulse.EveryAsync(LookEvery, () => panels.CheckAllAsync(circuits.Actors, stoppingToken), clock, stoppingToken),
                Pulse.EveryAsync(options.Value.CheckOpenEvery, () => panels.CheckOpenAsync(circuits.OpenRecords, stoppingToken), clock, stoppingToken));
        }
        catch (OperationCanceledException)
        {
        }
    }
}
