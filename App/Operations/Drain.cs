using Microsoft.Extensions.Options;

namespace PrivacyPortal.App.Operations;

/// <summary>A portal that is told to stop is not ready from that moment, and serves whom it has for <c>Health:DrainSeconds</c> more.</summary>
internal sealed class Drain(IOptions<HealthOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    private Task? waiting;

    internal bool Begun => Volatile.Read(ref waiting) is not null;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (!Begun)
            Volatile.Write(ref waiting, Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), clock, cancellationToken));
        // who is too impatient to wait for the end is not told that it failed: the stop goes on
        return waiting!.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
