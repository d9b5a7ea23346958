namespace PrivacyPortal.Services.Storage;

/// <summary>A conversation with the plan, or a request with a clock, as the portal keeps it: number, state, instants, and where in the record system it is. No word of it is here (C11, C14).</summary>
public sealed class RequestRow
{
    /// <summary>The number that both sides know it by.</summary>
    public required string Number { get; init; }

    public required RequestKind Kind { get; init; }

    /// <summary>The member's account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Patient id.</summary>
    public required string Subject { get; init; }

    /// <summary>Type and id of the Task in the record system.</summary>
    public required string Reference { get; init; }

    /// <summary>Type and id of the claim that an appeal is about.</summary>
    public string? ClaimReference { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public RequestState State { get; set; }

    /// <summary>When it is answered at the latest.</summary>
    public required DateTimeOffset AnswerBy { get; set; }

    /// <summary>When the time was extended; once only.</summary>
    public DateTimeOffset? ExtendedAt { get; set; }

    /// <summary>The case under which it is read and answered.</summary>
    public string? CaseId { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When the plan last wrote, and when the member last looked: the difference is what is new.</summary>
    public DateTimeOffset? PlanWroteAt { get; set; }

    public DateTimeOffset? MemberSawAt { get; set; }

    /// <summary>Turns with every change: of two at once, one wins.</summary>
    public int Turn { get; set; }
}

/// <summary>What a member asks of the plan.</summary>
public enum RequestKind
{
    /// <summary>A conversation.</summary>
    Message,
    CallBack,

    /// <summary>45 CFR 164.526.</summary>
    Amendment,

    /// <summary>45 CFR 164.524.</summary>
    Copy,

    /// <summary>45 CFR 164.522(a).</summary>
    Restriction,

    /// <summary>45 CFR 164.522(b).</summary>
    OtherAddress,

    /// <summary>45 CFR 164.528.</summary>
    Accounting,

    /// <summary>An appeal of a decision about care that was given already.</summary>
    AppealAfterCare,

    /// <summary>An appeal of a decision about care that is still to come.</summary>
    AppealBeforeCare,

    /// <summary>The same when waiting would endanger life, health or recovery.</summary>
    AppealUrgent,
}

/// <summary>How far it has come.</summary>
public enum RequestState
{
    Received,
    InWork,
    Answered,
    Granted,
    Denied,
    Withdrawn,
}
