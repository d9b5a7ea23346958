using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>Signs in with a name and a password (C2). Each try is one row of the audit.</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class SignInWithPassword(CheckPassword check, IDbContextFactory<PortalDb> store, IAuditLog audit)
{
    /// <summary>The account, or null.</summary>
    public async Task<AccountView?> TryAsync(string userName, string password, SignInOrigin origin, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(origin);
        if (await check.RunAsync(userName, password, origin, AuditAct.SignIn, cancel) is not { } accountId)
            return null;
        await audit.AppendAsync(new AuditEntry(AuditAct.SignIn, Allowed: true) { Account = accountId }, cancel);
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.ViewAsync(await db.Users.AsNoTracking().SingleAsync(user => user.Id == accountId, cancel), cancel);
    }
}
