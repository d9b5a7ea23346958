namespace PrivacyPortal.Services.Members;

/// <summary>A way in which a system keeps the portal from forgetting all that it could.</summary>
public enum ForgettingWeakness
{
    /// <summary>The runtime's shared buffers cannot be emptied: it has another shape than the portal knows.</summary>
    PoolsKeepBuffers,

    /// <summary>Freed native memory is not overwritten.</summary>
    NativeMemoryKeeps,

    /// <summary>The process could be dumped to a file.</summary>
    DumpsPossible,

    /// <summary>Memory may be written to a swap device.</summary>
    MaySwap,
}
