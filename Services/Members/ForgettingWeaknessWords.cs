namespace PrivacyPortal.Services.Members;

/// <summary>What each weakness means and what to do about it, for the log and for administrators.</summary>
public static class ForgettingWeaknessWords
{
    public static string Say(ForgettingWeakness weakness) => weakness switch
    {
        ForgettingWeakness.PoolsKeepBuffers =>
            "The runtime's shared buffers cannot be emptied: this version of .NET has another shape than the portal knows. What members viewed may stay in memory after they leave. Run the portal on the .NET version that it was released for.",
        ForgettingWeakness.NativeMemoryKeeps => "Freed native memory is not overwritten: the C library of this system is not glibc. Run the portal on Linux with glibc.",
        ForgettingWeakness.DumpsPossible => "Dumps of the portal's memory could not be refused. See that this system writes none.",
        ForgettingWeakness.MaySwap => "This system may write the portal's memory to its swap. Turn swap off, or set MemorySwapMax=0 for the portal's service.",
    };
}
