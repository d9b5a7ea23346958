using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Consent;

/// <summary>Someone who was shown the statement in force stays: the session opens its pages, and the account is not asked again until a new version (C20). It gives nobody any access.</summary>
[Enforces(Clauses.StayingIsConsent)]
public sealed class StayUnderStatement(IDbContextFactory<PortalDb> store, SessionRegistry sessions, StatementVersions statement, IAuditLog audit)
{
    /// <summary>True when it is done; false when the session is over or the version that was shown is not the one in force any more.</summary>
    public async Task<bool> RunAsync(string sessionId, string? shown, CancellationToken cancel)
    {
        var current = statement.Current.Id;
        if (shown != current || await sessions.FindAsync(sessionId, use: true, cancel) is not { IsComplete: true } who)
            return false;
        await using var db = await store.CreateDbContextAsync(cancel);
        var session = await db.Sessions.SingleAsync(row => row.Id == who.SessionId, cancel);
        var account = await db.Users.SingleAsync(row => row.Id == who.AccountId, cancel);
        (session.StatementVersion, account.StatementVersion) = (current, current);
        await audit.SaveAsync(db, new AuditEntry(AuditAct.StatementStayed, Allowed: true) { Account = who.AccountId, Session = who.SessionId, Target = current }, cancel);
        return true;
    }
}
