namespace PrivacyPortal.Services.Values;

/// <summary>A FHIR Period: either end may be missing.</summary>
public readonly record struct TimeRange(PartialDate? Start, PartialDate? End)
{
    /// <summary>A single moment or day.</summary>
    public static TimeRange At(PartialDate moment) => new(moment, moment);

    public bool IsEmpty => Start is null && End is null;

    public override string ToString() => nameof(TimeRange);
}
