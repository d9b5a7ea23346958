using System.Runtime.InteropServices;

namespace PrivacyPortal.App.Memory;

/// <summary>The C library's calls that the portal needs to forget and to keep its memory to itself. Linux with glibc; elsewhere each says that it did nothing.</summary>
internal static partial class NativeMemory
{
    private const int PerturbOption = -6; // M_PERTURB
    private const int MapThresholdOption = -3; // M_MMAP_THRESHOLD
    private const int Dumpable = 4; // PR_SET_DUMPABLE
    private const int CoreSize = 4; // RLIMIT_CORE

    /// <summary>From now on freed native memory is overwritten, and large blocks go back to the system when freed.</summary>
    internal static bool OverwriteWhenFreed() => Try(() => SetAllocator(PerturbOption, 0xA5) == 1 && SetAllocator(MapThresholdOption, 128 * 1024) == 1);

    /// <summary>Gives free native memory back to the system.</summary>
    internal static bool ReturnFree() => Try(() => TrimAllocator(0) >= 0);

    /// <summary>No core dump of this process, and no look into it by another process of the same user.</summary>
    internal static bool RefuseDumps() => Try(() => ControlProcess(Dumpable, 0, 0, 0, 0) == 0 && SetLimit(CoreSize, default) == 0);

    private static bool Try(Func<bool> call)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            return call();
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return false; // another C library
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetAllocator(int option, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int TrimAllocator(nuint keep);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ControlProcess(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limit
    {
        private readonly nuint soft;
        private readonly nuint hard;
    }
}
