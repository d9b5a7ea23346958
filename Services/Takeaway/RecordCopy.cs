using System.Security.Cryptography;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Takeaway;

/// <summary>One resource as the record system wrote it, on its way to the member's own device. Empty where the grant shows a few fields only.</summary>
public sealed record RecordCopy(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    /// <summary>The resource's own bytes.</summary>
    internal byte[] Json { get; init; } = [];

    /// <summary>Overwrites the bytes (C12).</summary>
    internal void Clear() => CryptographicOperations.ZeroMemory(Json);
}
