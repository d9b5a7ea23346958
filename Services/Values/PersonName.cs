namespace PrivacyPortal.Services.Values;

/// <summary>A name as its owner writes it: marks, digits and scripts untouched.</summary>
/// <param name="Display">The whole name for display, prefix and suffix included; null when it is withheld or not stated.</param>
/// <param name="Masked">True when the source says that the name is withheld.</param>
public sealed record PersonName(string? Display, bool Masked = false) : RecordValue;
