using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>Checks a sign-in name and password. One answer for every failure, at the same cost: a name that exists is not told from one that does not (C2, C5).</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class SignInWithPassword(IDbContextFactory<PortalDb> store, SignInThrottle throttle, PasswordHashing hashing, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The account, or null. Each try is one row of the audit.</summary>
    public async Task<AccountView?> TryAsync(string userName, string password, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        var open = await throttle.OpenAsync(userName, cancel);
        await using var db = await store.CreateDbContextAsync(cancel);
        var normalized = userName.ToUpperInvariant();
        var account = await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, cancel);
        var answer = await hashing.VerifyAsync(open ? UsableHash(account) : null, Typed(account, password), cancel);
        if (answer == PasswordVerificationResult.Failed)
        {
            await throttle.FailedAsync(userName, cancel);
            var why = !open ? "Throttled" : account is null ? "UnknownName" : "WrongPassword";
            await audit.AppendAsync(new AuditEntry(AuditAct.SignIn, Allowed: false) { Account = account?.Id, Reason = why }, cancel);
            return null;
        }
        await throttle.SucceededAsync(userName, cancel);
        if (answer == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account!.PasswordHash = await hashing.HashAsync(Typed(account, password), cancel);
            await db.SaveChangesAsync(cancel);
        }
        await audit.AppendAsync(new AuditEntry(AuditAct.SignIn, Allowed: true) { Account = account!.Id }, cancel);
        return await db.ViewAsync(account, cancel);
    }

    private string? UsableHash(PortalUser? account) => account switch
    {
        null or { ClosedAt: not null } or { PasswordState: PasswordState.None } => null,
        { PasswordState: PasswordState.Assigned, AssignedUntil: var until } when until is null || until <= clock.GetUtcNow() => null,
        _ => account.PasswordHash,
    };

    private static string Typed(PortalUser? account, string password) =>
        account is { PasswordState: PasswordState.Assigned } ? AssignedSecret.Canonical(password) : password;
}
