namespace PrivacyPortal.Services.Sessions;

/// <summary>How long a session may be idle, and how long it may last at all.</summary>
public readonly record struct SessionLimits(TimeSpan Idle, TimeSpan Longest);
