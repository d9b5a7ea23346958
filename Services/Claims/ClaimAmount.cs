using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>One adjudicated amount with the category it was stated under, so that a page can trace it.</summary>
/// <param name="Kind">Its meaning here.</param>
/// <param name="Amount">Null when the source gives a category and a reason only.</param>
/// <param name="Source">The category as the source coded it.</param>
/// <param name="Reason">Why, when the source says so.</param>
public sealed record ClaimAmount(AmountKind Kind, Money? Amount, Coded? Source, Coded? Reason = null) : RecordValue;
