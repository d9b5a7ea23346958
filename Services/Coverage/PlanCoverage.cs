using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Coverage;

/// <summary>One plan that covers the member, from <c>Coverage</c> (or, where the record system keeps none, from the claims that carry it).</summary>
public sealed record PlanCoverage(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    /// <summary>FHIR status code as given: <c>active</c>, <c>cancelled</c>, <c>draft</c>, <c>entered-in-error</c>, or an unknown code.</summary>
    public string? Status { get; init; }

    public Coded? Kind { get; init; }

    public string? Payer { get; init; }

    public string? PlanName { get; init; }

    public string? PlanNumber { get; init; }

    public string? GroupName { get; init; }

    public string? GroupNumber { get; init; }

    /// <summary>The member number of this coverage (identifier MB), else subscriber number with dependent.</summary>
    public string? MemberNumber { get; init; }

    public string? SubscriberNumber { get; init; }

    public string? Dependent { get; init; }

    public Coded? Relationship { get; init; }

    public string? SubscriberName { get; init; }

    public string? Network { get; init; }

    public TimeRange Period { get; init; }

    /// <summary>1 = primary.</summary>
    public int? Order { get; init; }

    /// <summary>Copays, deductibles and maxima as the coverage states them.</summary>
    public IReadOnlyList<CoverageCost> Costs { get; init; } = [];

    /// <summary>Every class of the coverage as given (group, plan, rxbin, ...), leading zeros kept.</summary>
    public IReadOnlyList<CoverageClass> Classes { get; init; } = [];

    /// <summary>True when no Coverage resource exists and this was read from the claims.</summary>
    public bool ReadFromClaims { get; init; }

    /// <summary>Whether it is in force on a day: active, and the day within its period; a missing end is open.</summary>
    public bool InForceOn(DateOnly day) =>
        Status == "active" && (Period.Start is not { } start || start.Earliest <= day) && (Period.End is not { } end || day <= end.Latest);
}
