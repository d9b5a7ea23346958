using System.Diagnostics;

namespace PrivacyPortal.Tests.Support;

/// <summary>Waits for what another thread does, with patience for a busy machine; not waiting long is the usual case.</summary>
internal static class WaitFor
{
    public static async Task TrueAsync(Func<bool> holds)
    {
        var patience = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), "It did not happen in 20 seconds.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
