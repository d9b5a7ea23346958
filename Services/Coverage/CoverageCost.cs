using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Coverage;

/// <summary>A cost to the beneficiary: an amount, a percentage or only words; <paramref name="Exceptions"/> as given.</summary>
public sealed record CoverageCost(Coded? Kind, Money? Amount, string? Quantity, string? Words, IReadOnlyList<Coded> Exceptions) : RecordValue;
