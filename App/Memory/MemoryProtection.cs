using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Memory;

/// <summary>Done before anything else: memory that is freed is overwritten, and the process cannot be dumped (C11, C12).</summary>
[Enforces(Clauses.NotStored)]
internal static class MemoryProtection
{
    private static bool overwrites;
    private static bool refusesDumps;

    internal static void Begin()
    {
        // No watcher on the settings files: its pinned buffer would keep what the garbage collector cannot move.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        overwrites = NativeMemory.OverwriteWhenFreed();
        refusesDumps = NativeMemory.RefuseDumps();
    }

    /// <summary>What of it this system does not give.</summary>
    internal static IReadOnlyList<ForgettingWeakness> Weaknesses()
    {
        var weaknesses = new List<ForgettingWeakness>();
        if (!SharedArrayPools.Work())
            weaknesses.Add(ForgettingWeakness.PoolsKeepBuffers);
        if (!overwrites)
            weaknesses.Add(ForgettingWeakness.NativeMemoryKeeps);
        if (!refusesDumps)
            weaknesses.Add(ForgettingWeakness.DumpsPossible);
        if (Swap.IsPossible())
            weaknesses.Add(ForgettingWeakness.MaySwap);
        return weaknesses;
    }
}
