namespace PrivacyPortal.Components.Shared;

/// <summary>What a page does again and again while it is open.</summary>
internal static class WhileOpen
{
    /// <summary>Waits and acts in turn until the page is left; on the page's own thread when it is called there.</summary>
    internal static async Task EveryAsync(this TimeProvider clock, TimeSpan wait, Func<Task> act, CancellationToken left)
    {
        while (!left.IsCancellationRequested)
        {
            await Task.Delay(wait, clock, left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (!left.IsCancellationRequested)
                await act();
        }
    }
}
