using System.Runtime;
using System.Runtime.CompilerServices;

namespace PrivacyPortal.App.Memory;

/// <summary>
/// Compacts the managed heap so that what is dead is nowhere in it. An ordinary collection leaves the bytes of the dead where they lay, and compacting
/// makes copies besides; an aggressive one gives the emptied regions back to the system. What remains are the tails of regions in use: live filler is
/// swept in behind the survivors and then let go, so that the tails hold its zeros (C12).
/// </summary>
internal static class ManagedHeap
{
    internal static void Compact()
    {
        SweepWithFiller();
        Sweep();
        // the large and the pinned heap clear what they allocate next
        GC.KeepAlive(new byte[256 * 1024]);
        GC.KeepAlive(GC.AllocateArray<byte>(16 * 1024, pinned: true));
    }

    // A sweep moves what lives one generation up. The first filler lives through two, and so comes to lie behind the oldest survivors; the second behind
    // the younger ones.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SweepWithFiller()
    {
        var old = Filler();
        Sweep();
        GC.WaitForPendingFinalizers();
        var young = Filler();
        Sweep();
        GC.KeepAlive(old);
        GC.KeepAlive(young);
    }

    private static void Sweep()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object[] Filler()
    {
        var small = new byte[512][];
        for (var i = 0; i < small.Length; i++)
            small[i] = new byte[1000];
        return [small, new byte[128 * 1024], GC.AllocateArray<byte>(16 * 1024, pinned: true)];
    }
}
