using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>Looks at a sign-in name and password. One answer for every failure, at the same cost: a name that exists, is closed or throttled is not told from one that does not exist (C2, C5).</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class CheckPassword(
    IDbContextFactory<PortalDb> store, SignInThrottle throttle, PasswordHashing hashing, UseAssignedPassword firstUse, SessionRegistry sessions, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The account's id, or null; a refused try is one row of the audit under <paramref name="act"/>.</summary>
    internal async Task<string?> RunAsync(string userName, string password, SignInOrigin origin, AuditAct act, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var normalized = userName.ToUpperInvariant();
        var account = await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, cancel);
        var assigned = await OutstandingAssignments.FindAsync(db, account, password, clock.GetUtcNow(), cancel);
        var ticket = assigned is null ? await throttle.TakeAsync(userName, origin, cancel) : await throttle.TakeForAssignedAsync(assigned.Id, origin, cancel);
        var answer = await hashing.VerifyAsync(!ticket.Open ? null : assigned is null ? UsableHash(account) : assigned.Hash, Typed(account, assigned, password), cancel);
        if (answer == PasswordVerificationResult.Failed)
        {
            var why = !ticket.Open ? "Throttled" : account is null ? "UnknownName" : "WrongPassword";
            await audit.AppendAsync(new AuditEntry(act, Allowed: false) { Account = account?.Id, Reason = why }, cancel);
            return null;
        }
        await throttle.SucceededAsync(ticket, cancel);
        if (!await firstUse.FirstAsync(db, account!, assigned, cancel))
            return await RunAsync(userName, password, origin, act, cancel);
        if (assigned is not null)
            await sessions.EndAllAsync(account!.Id, SessionEnd.PasswordChanged, except: null, CancellationToken.None);
        if (answer == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account!.PasswordHash = await hashing.HashAsync(Typed(account, assigned, password), cancel);
            await db.SaveChangesAsync(cancel);
        }
        return account!.Id;
    }

    private string? UsableHash(PortalUser? account) => account switch
    {
        null or { ClosedAt: not null } or { PasswordState: PasswordState.None or PasswordState.Closed } => null,
        { PasswordState: PasswordState.Assigned, AssignedUntil: var until } when until is null || until <= clock.GetUtcNow() => null,
        _ => account.PasswordHash,
    };

    private static string Typed(PortalUser? account, AssignmentRow? assigned, string password) =>
        assigned is not null || account is { PasswordState: PasswordState.Assigned } ? AssignedSecret.Canonical(password) : password;
}
