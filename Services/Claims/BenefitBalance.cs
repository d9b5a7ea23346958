using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>How far a benefit was used when the claim was decided, as the claim states it.</summary>
public sealed record BenefitBalance(Coded? Kind, Money? Allowed, Money? Used) : RecordValue;
