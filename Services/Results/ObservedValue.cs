using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Results;

/// <summary>A value as written: clinical numbers keep their scale (1.10 stays 1.10). When absent, <paramref name="Absent"/> says why.</summary>
/// <param name="Text">Number with comparator and unit, words, or a code's label; null when the value is absent.</param>
/// <param name="Number">The number alone, for charts and sorting.</param>
/// <param name="Unit">The unit as displayed.</param>
/// <param name="Absent">The data-absent-reason, when there is no value.</param>
public sealed record ObservedValue(string? Text, decimal? Number = null, string? Unit = null, Coded? Absent = null) : RecordValue;
