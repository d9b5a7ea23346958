using System.Diagnostics.Metrics;
using PrivacyPortal.Services.Members;

namespace PrivacyPortal.App.Memory;

/// <summary>Forgetting in figures, as the meter <c>PrivacyPortal.Forgetting</c>: counts and times, nothing about anyone.</summary>
internal sealed class ForgettingMeter : IHostedService
{
    public ForgettingMeter(IMeterFactory meters, HeldNow held, ForgettingState state, TimeProvider clock)
    {
        var meter = meters.Create("PrivacyPortal.Forgetting");
        meter.CreateObservableGauge("portal.memory.sections", () => held.Sections, "{section}", "Sections of records in memory.");
        meter.CreateObservableGauge("portal.memory.oldest", () => held.Oldest is { } oldest ? (clock.GetUtcNow() - oldest).TotalSeconds : 0, "s", "Age of the oldest section in memory.");
        meter.CreateObservableCounter("portal.memory.scrubs", () => state.Scrubs, "{scrub}", "Scrubs since the start.");
        meter.CreateObservableGauge("portal.memory.scrub.pause", () => state.LastPause.TotalSeconds, "s", "Pause of the last scrub.");
        meter.CreateObservableGauge("portal.memory.scrub.age", () => state.LastScrub is { } last ? (clock.GetUtcNow() - last).TotalSeconds : 0, "s", "Time since the last scrub.");
        meter.CreateObservableGauge("portal.memory.weaknesses", () => state.Weaknesses.Count, "{weakness}", "Ways in which forgetting is weaker on this system.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
