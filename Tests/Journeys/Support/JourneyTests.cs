namespace PrivacyPortal.Journeys.Support;

/// <summary>Journeys take turns: some measure seconds, and there may be only two cores.</summary>
[CollectionDefinition(Name)]
public sealed class JourneyTests
{
    internal const string Name = "journeys";
}
