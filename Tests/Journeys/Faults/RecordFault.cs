namespace PrivacyPortal.Journeys.Faults;

/// <summary>What a plan's record system may do instead of answering.</summary>
public enum RecordFault
{
    None,
    Down,
    Slow,
    Status500,
    Html,
    Empty,
    AnotherMember,
    NextLinkElsewhere,
}
