using System.Diagnostics;
using System.Globalization;

namespace PrivacyPortal.Journeys.Support;

/// <summary>Signals to processes that a test started.</summary>
internal static class Signals
{
    internal const string Terminate = "-TERM";
    internal const string KillAtOnce = "-KILL";
    internal const string Freeze = "-STOP";

    internal static void Send(string signal, params IEnumerable<int> processes)
    {
        var start = new ProcessStartInfo("kill") { RedirectStandardError = true };
        foreach (var argument in (string[])[signal, .. processes.Select(id => id.ToString(CultureInfo.InvariantCulture))])
            start.ArgumentList.Add(argument);
        using var kill = Process.Start(start)!;
        kill.WaitForExit();
    }
}
