namespace PrivacyPortal.Components.Claims;

/// <summary>How claims are sorted. What a claim does not state comes last either way.</summary>
public enum ClaimOrder
{
    NewestFirst,
    OldestFirst,
    BilledMost,
    BilledLeast,
    OwedMost,
    OwedLeast,
}
