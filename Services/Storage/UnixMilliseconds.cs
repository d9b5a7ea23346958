using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PrivacyPortal.Services.Storage;

/// <summary>Stores an instant as milliseconds since 1970-01-01 UTC.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
