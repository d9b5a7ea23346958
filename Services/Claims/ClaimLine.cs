using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>One line of a claim.</summary>
public sealed record ClaimLine(int Sequence, Coded? Service) : RecordValue
{
    public IReadOnlyList<Coded> Modifiers { get; init; } = [];

    /// <summary>The quantity as written, with its unit.</summary>
    public string? Quantity { get; init; }

    public TimeRange Serviced { get; init; }

    public Coded? Network { get; init; }

    public IReadOnlyList<ClaimAmount> Amounts { get; init; } = [];

    public IReadOnlyList<int> NoteNumbers { get; init; } = [];
}
