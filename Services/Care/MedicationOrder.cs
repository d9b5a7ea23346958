using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Care;

/// <summary>A medicine ordered, from <c>MedicationRequest</c>.</summary>
public sealed record MedicationOrder(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public Coded? Medicine { get; init; }

    public string? Status { get; init; }

    public string? Intent { get; init; }

    public PartialDate? Ordered { get; init; }

    public string? Dosage { get; init; }

    public string? OrderedBy { get; init; }

    public IReadOnlyList<Coded> Reasons { get; init; } = [];
}
