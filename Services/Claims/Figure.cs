using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>An amount and whether it was added up from the claim's lines.</summary>
public readonly record struct Figure(Money Amount, bool FromLines)
{
    public override string ToString() => nameof(Figure);
}
