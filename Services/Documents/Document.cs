using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Documents;

/// <summary>A document about the member, from <c>DocumentReference</c>: what it is, and not what is in it.</summary>
public sealed record Document(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    /// <summary>The largest that is opened here, in bytes: it passes through the server's memory whole.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public string? Title { get; init; }

    public Coded? Kind { get; init; }

    public PartialDate? Date { get; init; }

    public string? Author { get; init; }

    public string? Status { get; init; }

    /// <summary>What it is written in, as stated.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes, as stated or as they lie in the entry; null when nobody says.</summary>
    public long? Size { get; init; }

    /// <summary>The record system has it, and not somebody else's server.</summary>
    public bool Held { get; init; }

    public bool TooLarge => Size > MostBytes;
}
