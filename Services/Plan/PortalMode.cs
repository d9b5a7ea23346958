namespace PrivacyPortal.Services.Plan;

/// <summary>Whether this portal runs with made-up people and its own evaluation record system. Every page says so.</summary>
public sealed record PortalMode(bool Evaluation);
