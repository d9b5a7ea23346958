using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Care;

/// <summary>A vaccine given or not given, from <c>Immunization</c>.</summary>
public sealed record Immunization(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    public Coded? Vaccine { get; init; }

    /// <summary><c>completed</c>, <c>not-done</c>, <c>entered-in-error</c>.</summary>
    public string? Status { get; init; }

    public PartialDate? Given { get; init; }

    /// <summary>When it was given in words, where the source gives no date.</summary>
    public string? GivenWords { get; init; }
}
