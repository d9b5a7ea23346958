using System.Diagnostics;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Memory;

/// <summary>One scrub of the process's memory: pools emptied, the managed heap compacted, the native heap given back. Live circuits notice a few short pauses.</summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal static class MemoryScrub
{
    /// <summary>Scrubs, and says how long every thread stood still for it and how long it took in all.</summary>
    internal static (TimeSpan Pause, TimeSpan Took) Run(bool poolsCanBeEmptied)
    {
        var (pausedBefore, start) = (GC.GetTotalPauseDuration(), Stopwatch.GetTimestamp());
        if (poolsCanBeEmptied)
            SharedArrayPools.Empty();
        ManagedHeap.Compact();
        NativeMemory.ReturnFree();
        return (GC.GetTotalPauseDuration() - pausedBefore, Stopwatch.GetElapsedTime(start));
    }
}
