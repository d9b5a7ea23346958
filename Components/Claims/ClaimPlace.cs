using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Claims;

/// <summary>A claim and where it stands in the list that is looked at.</summary>
public sealed record ClaimPlace(Claim Claim, int Index)
{
    public override string ToString() => nameof(ClaimPlace);
}
