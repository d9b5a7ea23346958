using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Audit;

/// <summary>One line of the audit before it has a place in the log. Opaque references and closed words only, no text from people (C11).</summary>
/// <param name="Act">What happened.</param>
/// <param name="Allowed">Whether it was allowed.</param>
public sealed record AuditEntry(AuditAct Act, bool Allowed)
{
    /// <summary>The account that acted; null when nobody was signed in.</summary>
    public string? Account { get; init; }

    /// <summary>The session's id.</summary>
    public string? Session { get; init; }

    /// <summary>The Patient id whose record it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The roles that the account held.</summary>
    public IReadOnlyCollection<Role> Roles { get; init; } = [];

    public Category? Category { get; init; }

    public PurposeOfUse? Purpose { get; init; }

    public NeedKind? Need { get; init; }

    /// <summary>The rule that decided, or the name of the reason for a refusal.</summary>
    public string? Rule { get; init; }

    /// <summary>The version of the rules that decided.</summary>
    public int? Version { get; init; }

    /// <summary>How much of the part was opened: all of it, or a few fields.</summary>
    public Scope? Scope { get; init; }

    /// <summary>Why it was refused: an enum member's name.</summary>
    public string? Reason { get; init; }

    /// <summary>The role in which it was allowed, or the role that an act is about.</summary>
    public Role? Role { get; init; }

    /// <summary>What the act is about, when it is not a record: an account, a need, a case, a version of the rules; an opaque reference.</summary>
    public string? Target { get; init; }

    /// <summary>The line for one access decision.</summary>
    public static AuditEntry For(in AccessDecision decision) => new(AuditAct.RecordRead, decision.Allowed)
    {
        Account = decision.Request.Actor?.AccountId,
        Session = decision.Request.Actor?.SessionId,
        Roles = decision.Request.Actor?.Roles ?? new HashSet<Role>(),
        Subject = decision.Request.Subject.Value,
        Category = decision.Request.Category,
        Purpose = decision.Request.Purpose,
        Need = decision.Need,
        Role = decision.Role,
        Target = decision.NeedId,
        Rule = decision.Rule,
        Version = decision.Version,
        Scope = decision.Allowed ? decision.Scope : null,
        Reason = decision.Refusal?.ToString(),
    };

    public override string ToString() => nameof(AuditEntry);
}
