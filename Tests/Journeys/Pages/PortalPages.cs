namespace PrivacyPortal.Journeys.Pages;

/// <summary>The pages that journeys go through, by who may open them.</summary>
internal static class PortalPages
{
    internal static string[] Public { get; } = ["", "privacy", "privacy/versions", "contact", "concerns", "sign-in", "forgot-password", "exit", "not-found", "fault"];

    internal static string[] OfTheRecord { get; } = ["records", "records/coverage", "records/claims", "records/care", "records/medications", "records/results", "records/documents"];
}
