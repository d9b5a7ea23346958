using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Passwords;

/// <summary>Turns an assigned password into a personal one. Used is replaced: the assigned secret never works again (C3).</summary>
[Enforces(Clauses.AssignedFirst, Clauses.PersonalPassword)]
public sealed class ReplaceAssignedPassword(IDbContextFactory<PortalDb> store, PasswordRules rules, PasswordHashing hashing, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Null when it is done: the stamp has turned and every session of the account is over. Otherwise why not, and nothing has changed.</summary>
    public async Task<PasswordRefusal?> RunAsync(string accountId, string? sessionId, string password, string confirmation, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var account = await db.Users.SingleAsync(user => user.Id == accountId, cancel);
        if (account.PasswordState != PasswordState.Assigned)
            throw new InvalidOperationException("Only an assigned password can be replaced here.");
        if (account.AssignedUntil <= clock.GetUtcNow())
            return PasswordRefusal.SessionOver;
        var refusal = await RefuseAsync(account, new NewPassword(password, confirmation, account.UserName!), cancel);
        var entry = new AuditEntry(AuditAct.PasswordReplaced, refusal is null) { Account = accountId, Session = sessionId, Reason = refusal?.ToString() };
        if (refusal is not null)
        {
            await audit.AppendAsync(entry, cancel);
            return refusal;
        }
        account.PasswordHash = await hashing.HashAsync(password, cancel);
        account.PasswordState = PasswordState.Personal;
        account.PasswordSetAt = clock.GetUtcNow();
        account.AssignedUntil = null;
        await OutstandingAssignments.VoidAsync(db, accountId, except: null, cancel);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await audit.SaveAsync(db, entry, cancel);
        return null;
    }

    private async Task<PasswordRefusal?> RefuseAsync(PortalUser account, NewPassword wanted, CancellationToken cancel)
    {
        if (rules.Validate(wanted) is { IsValid: false } judged)
            return (PasswordRefusal)judged.Errors[0].CustomState;
        var asAssigned = AssignedSecret.Canonical(wanted.Password);
        return await hashing.VerifyAsync(account.PasswordHash, asAssigned, cancel) == PasswordVerificationResult.Failed ? null : PasswordRefusal.SameAsBefore;
    }
}
