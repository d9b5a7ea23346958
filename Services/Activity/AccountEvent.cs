using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.Activity;

/// <summary>One line of the audit that concerns an account, as its owner may see it.</summary>
/// <param name="At">When.</param>
/// <param name="Act">What.</param>
/// <param name="Allowed">Whether it was allowed.</param>
/// <param name="Own">Whether the account did it; otherwise someone else did, to its record.</param>
/// <param name="Reason">Why it was refused or ended: an enum member's name.</param>
/// <param name="Category">What of the record was opened.</param>
/// <param name="On">The device in words, when a session did it.</param>
public sealed record AccountEvent(DateTimeOffset At, AuditAct Act, bool Allowed, bool Own, string? Reason, Category? Category, string? On)
{
    /// <summary>How it was decided: a word of a closed set.</summary>
    public string? Rule { get; init; }

    internal string? Session { get; init; }

    public override string ToString() => nameof(AccountEvent);
}
