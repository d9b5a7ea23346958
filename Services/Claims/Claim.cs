using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>A claim as the member reads it, from <c>ExplanationOfBenefit</c>. Amounts are the source's, under the source's meaning, never corrected.</summary>
public sealed record Claim(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    /// <summary>The claim number (identifier type <c>uc</c>, else the first identifier).</summary>
    public string? Number { get; init; }

    /// <summary>FHIR status code as given.</summary>
    public string? Status { get; init; }

    /// <summary><c>claim</c>, <c>preauthorization</c> or <c>predetermination</c>: only the first is a debt.</summary>
    public string? Use { get; init; }

    /// <summary><c>queued</c>, <c>complete</c>, <c>error</c>, <c>partial</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Payment type: paid, denied, partially paid.</summary>
    public Coded? PaymentStatus { get; init; }

    public Money? PaymentAmount { get; init; }

    public PartialDate? PaymentDate { get; init; }

    public string? Disposition { get; init; }

    public Coded? Kind { get; init; }

    public Coded? SubKind { get; init; }

    /// <summary>When the services were given: the lines' dates, else the billable period.</summary>
    public TimeRange Serviced { get; init; }

    /// <summary>When the claim was decided (<c>created</c>).</summary>
    public PartialDate? Decided { get; init; }

    /// <summary>The billing provider's name, as included or as the reference displays it.</summary>
    public string? Provider { get; init; }

    public string? Payer { get; init; }

    /// <summary>The ids of the visits that its lines name. For keys in memory.</summary>
    public IReadOnlyList<string> VisitIds { get; init; } = [];

    /// <summary>Whether the claim was paid as in network (benefit payment status), when it says so.</summary>
    public Coded? Network { get; init; }

    /// <summary>Where the billing provider stands (else the rendering one). It may be in network while the claim was paid as out of network.</summary>
    public Coded? ProviderNetwork { get; init; }

    /// <summary>Claim-level amounts (<c>total</c> and claim-level <c>adjudication</c>), in the source's order.</summary>
    public IReadOnlyList<ClaimAmount> Amounts { get; init; } = [];

    public IReadOnlyList<ClaimLine> Lines { get; init; } = [];

    public IReadOnlyList<Coded> Diagnoses { get; init; } = [];

    /// <summary>Related claims: relationship code (<c>prior</c>, <c>replacedby</c>) and their number or id.</summary>
    public IReadOnlyList<(string? Relationship, string? Reference)> Related { get; init; } = [];

    public IReadOnlyList<ClaimNote> Notes { get; init; } = [];

    /// <summary>How far deductible and maximum were used when it was decided, where the claim says so.</summary>
    public IReadOnlyList<BenefitBalance> Balances { get; init; } = [];

    /// <summary>Days of supply, refill number and the like: label and value as given.</summary>
    public IReadOnlyList<(Coded Label, string Value)> Supporting { get; init; } = [];

    /// <summary>Another claim has taken its place.</summary>
    public bool IsReplaced => Related.Any(related => related.Relationship == "replacedby");

    /// <summary>It is a claim and no estimate, it was not cancelled, and it was not replaced: it counts.</summary>
    public bool Stands => this is { Use: "claim" or null, Status: "active" or null } && !IsReplaced;
}
