using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>A note printed with the claim; lines refer to it by number.</summary>
public sealed record ClaimNote(int? Number, string Text) : RecordValue;
