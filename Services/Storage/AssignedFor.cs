namespace PrivacyPortal.Services.Storage;

/// <summary>How an assigned secret travels; it decides how long the secret works.</summary>
public enum AssignedFor
{
    /// <summary>A sealed letter: 21 days.</summary>
    Letter,

    /// <summary>Two halves by telephone and notice: 10 minutes.</summary>
    Telephone,
}
