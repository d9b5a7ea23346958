namespace PrivacyPortal.App.Circuits;

/// <summary>The same act again and again, one at a time, until it is cancelled.</summary>
internal static class Pulse
{
    internal static async Task EveryAsync(TimeSpan period, Func<Task> act, TimeProvider clock, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(period, clock);
        while (await timer.WaitForNextTickAsync(cancel))
            await act();
    }
}
