namespace PrivacyPortal.Services.Storage;

/// <summary>Why a role was given or renewed.</summary>
public enum RoleReason
{
    Joined,
    DutiesChanged,

    /// <summary>For somebody who is away.</summary>
    StandsIn,

    /// <summary>Looked at again, and found to be needed as before.</summary>
    StillNeeded,
}
