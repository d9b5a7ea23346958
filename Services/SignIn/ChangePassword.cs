using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>
/// Changes a personal password in the app, at once (C4): in one transaction with its audit row and the notice to its owner the hash and the stamp turn
/// and the session that asked takes the new stamp. Every other session is over by that alone; then they are told, and their circuits end.
/// </summary>
/// <remarks>docs/decisions/003-change-in-the-app.md says why no cookie has to change.</remarks>
[Enforces(Clauses.ChangeInTheApp, Clauses.PersonalPassword)]
public sealed class ChangePassword(
    IDbContextFactory<PortalDb> store, PasswordRules rules, PasswordHashing hashing, SignInThrottle throttle,
    SecondFactorThrottle codeThrottle, SecondFactorCodes codes, SessionRegistry sessions, IVitalNotices notices, IAuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan CodeStaysFresh = TimeSpan.FromMinutes(5);

    /// <summary>The sign-in name that the password belongs to, for the rules and for password managers.</summary>
    public async Task<string> SignInNameAsync(Actor who, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return (await db.Users.Where(user => user.Id == who.AccountId).Select(user => user.UserName).SingleAsync(cancel))!;
    }

    /// <summary>Whether a code is asked for: the account has a second factor, and this session did not give it within five minutes.</summary>
    public async Task<bool> AsksCodeAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var db = await store.CreateDbContextAsync(cancel);
        return await AsksCodeAsync(db, who, cancel);
    }

    /// <summary>Null when it is done. Otherwise why not, and nothing has changed but the audit and the count of wrong tries.</summary>
    public async Task<PasswordRefusal?> RunAsync(Actor who, PasswordChange wanted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(wanted);
        await using var db = await store.CreateDbContextAsync(cancel);
        var account = await db.Users.SingleAsync(user => user.Id == who.AccountId, cancel);
        var refusal = await RefuseAsync(account, who, wanted, cancel) ?? await RefuseCodeAsync(db, account, who, wanted.Code, cancel);
        if (refusal is null && await SavedAsync(db, account, who, wanted, cancel))
        {
            await sessions.EndAllAsync(account.Id, SessionEnd.PasswordChanged, except: who.SessionId, CancellationToken.None);
            return null;
        }
        // of two changes at once one has won: this one's current password is no longer the current one
        refusal ??= PasswordRefusal.WrongCurrent;
        await audit.AppendAsync(Entry(who, refusal), cancel);
        return refusal;
    }

    private async Task<PasswordRefusal?> RefuseAsync(PortalUser account, Actor who, PasswordChange wanted, CancellationToken cancel)
    {
        if (account.PasswordState != PasswordState.Personal || await sessions.FindAsync(who.SessionId, use: true, cancel) is null)
            return PasswordRefusal.SessionOver;
        if (rules.Validate(new NewPassword(wanted.Password, wanted.Confirmation, account.UserName!)) is { IsValid: false } judged)
            return (PasswordRefusal)judged.Errors[0].CustomState;
        var ticket = await throttle.TakeForChangeAsync(account, cancel);
        if (!ticket.Open)
            return PasswordRefusal.WaitForCurrent;
        if (await hashing.VerifyAsync(account.PasswordHash, wanted.Current, cancel) == PasswordVerificationResult.Failed)
            return PasswordRefusal.WrongCurrent;
        await throttle.SucceededAsync(ticket, cancel);
        return PasswordRules.Canonical(wanted.Password) == PasswordRules.Canonical(wanted.Current) ? PasswordRefusal.SameAsCurrent : null;
    }

    private async Task<bool> AsksCodeAsync(PortalDb db, Actor who, CancellationToken cancel) =>
        await db.SecondFactors.AnyAsync(factor => factor.AccountId == who.AccountId, cancel)
        && !(clock.GetUtcNow() - (await db.Sessions.SingleAsync(row => row.Id == who.SessionId, cancel)).SecondFactorAt < CodeStaysFresh);

    // a right code is used up in the transaction of the change
    private async Task<PasswordRefusal?> RefuseCodeAsync(PortalDb db, PortalUser account, Actor who, string? typed, CancellationToken cancel)
    {
        if (!await AsksCodeAsync(db, who, cancel))
            return null;
        if (await codeThrottle.TakeAsync(db, account.Id, cancel) is not { } tries)
            return PasswordRefusal.WaitForCode;
        if (await codes.AcceptAsync(db, account.Id, (typed ?? "").Trim(), cancel) is { } act)
        {
            db.SecondFactorTries.Remove(tries);
            if (act == AuditAct.RecoveryCodeUsed)
                notices.Enclose(db, account.Id, NoticeKind.RecoveryCodeUsed);
            return null;
        }
        await SecondFactorThrottle.CloseAtLastAsync(db, tries, cancel);
        await db.SaveChangesAsync(cancel);
        return PasswordRefusal.WrongCode;
    }

    private async Task<bool> SavedAsync(PortalDb db, PortalUser account, Actor who, PasswordChange wanted, CancellationToken cancel)
    {
        account.PasswordHash = await hashing.HashAsync(wanted.Password, cancel);
        account.PasswordSetAt = clock.GetUtcNow();
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        (await db.Sessions.SingleAsync(row => row.Id == who.SessionId, cancel)).Stamp = account.SecurityStamp;
        await OutstandingAssignments.VoidAsync(db, account.Id, except: null, cancel);
        notices.Enclose(db, account.Id, NoticeKind.PasswordChanged);
        try
        {
            await audit.SaveAsync(db, Entry(who, null), cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static AuditEntry Entry(Actor who, PasswordRefusal? refusal) =>
        new(AuditAct.PasswordChanged, refusal is null) { Account = who.AccountId, Session = who.SessionId, Reason = refusal?.ToString() };
}
