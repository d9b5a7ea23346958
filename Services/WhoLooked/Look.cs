using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>One visit of someone to a member's record, as the member reads it: all that was opened together is one line.</summary>
public sealed record Look
{
    /// <summary>What was done: the record was read, an emergency was declared, a concern was read.</summary>
    public AuditAct Act { get; init; } = AuditAct.RecordRead;

    /// <summary>When the last part of it was opened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it was the member's own account.</summary>
    public required bool Own { get; init; }

    /// <summary>The roles that the account held then.</summary>
    public required IReadOnlyCollection<Role> Roles { get; init; }

    /// <summary>The parts that were opened, or refused.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>The parts of which a few fields were opened.</summary>
    public IReadOnlyList<Category> Limited { get; init; } = [];

    public PurposeOfUse? Purpose { get; init; }

    public NeedKind? Need { get; init; }

    /// <summary>The name of the rule that decided.</summary>
    public string? Rule { get; init; }

    /// <summary>The version of the rules that decided; entries of before versions were written have none.</summary>
    public int? Version { get; init; }

    public required bool Allowed { get; init; }

    /// <summary>Opened by break-glass.</summary>
    public bool Emergency => Need == NeedKind.Emergency || Purpose == PurposeOfUse.EmergencyTreatment;

    /// <summary>The places of its entries in the log: what a concern about it refers to.</summary>
    public required IReadOnlyList<long> Entries { get; init; }

    public override string ToString() => nameof(Look);
}
