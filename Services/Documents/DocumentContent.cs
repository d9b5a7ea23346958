using System.Security.Cryptography;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Documents;

/// <summary>What is in one document, on its way to the viewer's device over the live connection. It is never a file here and has no address (C11, C12).</summary>
[Enforces(Clauses.NotStored, Clauses.OnlyWhileViewing)]
public sealed record DocumentContent(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    internal byte[] Bytes { get; init; } = [];

    public DocumentForm Form { get; init; }

    public int Length => Bytes.Length;

    /// <summary>To be sent; reads the bytes themselves and copies nothing.</summary>
    public Stream Read() => new MemoryStream(Bytes, writable: false);

    /// <summary>Overwrites the bytes (C12).</summary>
    public void Clear() => CryptographicOperations.ZeroMemory(Bytes);
}
