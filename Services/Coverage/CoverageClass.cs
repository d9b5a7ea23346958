using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Coverage;

/// <summary>A coverage class: type, value (number) and name.</summary>
public sealed record CoverageClass(Coded? Kind, string? Value, string? Name) : RecordValue;
