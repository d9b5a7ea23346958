using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Desk;

/// <summary>Opens the script of a call for whoever may: the employee who began it, holding the role now, for half an hour.</summary>
internal static class DeskScripts
{
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    internal static bool IsAtDesk(this AccessPolicy policy, Actor who) => who.IsComplete && policy.Holds(who.AccountId, who.Roles, Role.Support);

    internal static async Task<(DeskScriptRow? Script, PortalUser? Account)> OpenAsync(PortalDb db, AccessPolicy policy, Actor who, string callId, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Longest;
        if (!policy.IsAtDesk(who) || await db.DeskScripts.SingleOrDefaultAsync(row => row.Id == callId && row.EmployeeId == who.AccountId && row.EndedAt == null && row.At > since, cancel) is not { } script)
            return (null, null);
        return (script, await db.Users.SingleAsync(user => user.Id == script.AccountId, cancel));
    }

    /// <summary>A line of the audit about a call: who, which account, and the record it belongs to, so that its owner reads it too.</summary>
    internal static AuditEntry Entry(this Actor who, AuditAct act, PortalUser? account, string? rule = null, bool allowed = true) => new(act, allowed)
    {
        Account = who.AccountId,
        Session = who.SessionId,
        Roles = [.. who.Roles],
        Role = Role.Support,
        Target = account?.Id,
        Subject = account?.RecordReference is { } reference && reference.StartsWith("Patient/", StringComparison.Ordinal) ? PatientId.From(reference)?.Value : null,
        Purpose = PurposeOfUse.Operations,
        Rule = rule,
    };
}
