using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records;

/// <summary>One message between a member and the plan, as the record system has it. Prints nothing (C11).</summary>
public sealed record Message(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    /// <summary>The number of the conversation or request that it belongs to.</summary>
    public string? Number { get; init; }

    /// <summary>Whether the member wrote it; otherwise the plan did.</summary>
    public bool FromMember { get; init; }

    public DateTimeOffset? Sent { get; init; }

    /// <summary>The words, as they were typed: plain text.</summary>
    public string? Words { get; init; }
}
