using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Results;

/// <summary>One part of a panel.</summary>
public sealed record ObservedPart(Coded? Name, ObservedValue? Value, IReadOnlyList<string> ReferenceRanges) : RecordValue;
