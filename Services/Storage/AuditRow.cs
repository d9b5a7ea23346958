namespace PrivacyPortal.Services.Storage;

/// <summary>One written audit line. Rows are only ever added: triggers refuse update and delete.</summary>
public sealed class AuditRow
{
    /// <summary>0, 1, 2, ... without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The entry as canonical JSON: exactly the bytes that are hashed.</summary>
    public required byte[] Entry { get; init; }

    /// <summary>RFC 9162 leaf hash of <see cref="Entry"/>: SHA-256 over 0x00 and the bytes.</summary>
    public required byte[] LeafHash { get; init; }

    /// <summary>Whose record the entry is about: the database reads it out of <see cref="Entry"/>, so it cannot say anything else.</summary>
    public string? Subject { get; private set; }

    /// <summary>Who acted, in the same way.</summary>
    public string? Account { get; private set; }
}
