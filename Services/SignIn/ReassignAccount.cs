using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>
/// A new assigned password at the command line, for an account that the desk cannot help: no place in the record system, so no letter. An account with
/// one gets nothing here: its secret goes by letter or in halves, and nobody at the plan sees it. What opened it before is gone, second factors too (C5).
/// </summary>
[Enforces(Clauses.ForgottenMeansReassigned)]
public sealed class ReassignAccount(IDbContextFactory<PortalDb> store, AssignPassword assign, SessionRegistry sessions, IAuditLog audit)
{
    /// <summary>The new assigned password, valid for 21 days; null when there is no account of that name, it is disabled, or the desk can help it. Nothing changes then.</summary>
    public async Task<AssignedSecret?> RunAsync(string userName, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        await using var db = await store.CreateDbContextAsync(cancel);
        var normalized = userName.ToUpperInvariant();
        if (await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, cancel) is not { ClosedAt: null, RecordReference: null } account)
            return null;
        var secret = await assign.ToAsync(account, AssignedFor.Letter, cancel);
        await OutstandingAssignments.VoidAsync(db, account.Id, except: null, cancel);
        await ForgetFactors.OfAsync(db, account.Id, cancel);
        await audit.SaveAsync(db, new AuditEntry(AuditAct.PasswordAssigned, Allowed: true) { Account = account.Id }, cancel);
        await sessions.EndAllAsync(account.Id, SessionEnd.Revoked, except: null, CancellationToken.None);
        return secret;
    }
}
