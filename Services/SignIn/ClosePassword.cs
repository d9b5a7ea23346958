using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>
/// Someone else may know the password (C8): it opens nothing from now on, its hash is gone, every session and live circuit of the account ends, and a
/// letter with a new one is begun where the record system has an address. Only an assignment opens the account again.
/// </summary>
[Enforces(Clauses.CompromisedAtOnce)]
public sealed class ClosePassword(
    IDbContextFactory<PortalDb> store, CheckPassword check, SignInThrottle throttle, PasswordHashing hashing, SecondFactorCodes codes, SessionRegistry sessions, AssignAnew assign, IVitalNotices notices, IAuditLog audit, TimeProvider clock)
{
    private static readonly LaneRule CodeTries = LaneRule.Requests(5, TimeSpan.FromDays(1));

    /// <summary>Closes the password of whoever has this session: the account's id, or null when the session is over.</summary>
    public async Task<string?> ForSessionAsync(string sessionId, CancellationToken cancel)
    {
        if (await sessions.FindAsync(sessionId, use: true, cancel) is not { } who)
            return null;
        await CloseAsync(who.AccountId, null, Entry(who.AccountId, sessionId), cancel);
        return who.AccountId;
    }

    /// <summary>Closes the password by itself: the account's id, or null with one answer for whatever is wrong, at the same cost.</summary>
    public async Task<string?> ByPasswordAsync(string userName, string password, SignInOrigin origin, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(origin);
        var account = await check.RunAsync(userName, password, origin, AuditAct.PasswordClosed, cancel);
        if (account is not null)
            await CloseAsync(account, null, Entry(account, null), cancel);
        return account;
    }

    /// <summary>
    /// Closes the password by a code of the second step, for whoever no longer knows the password: the account's id, or null with one answer for whatever
    /// is wrong, at the same cost. Wrong codes count in a lane of their own: whoever guesses here keeps nobody from signing in.
    /// </summary>
    public async Task<string?> ByCodeAsync(string userName, string code, SignInOrigin origin, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(origin);
        var open = await throttle.TakeRequestAsync("close", userName, origin, CodeTries, cancel);
        await hashing.VerifyAsync(null, code, cancel); // as long as with a password
        await using var db = await store.CreateDbContextAsync(cancel);
        var normalized = userName.ToUpperInvariant();
        var account = await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized && user.ClosedAt == null, cancel);
        if (!open || account is null or { PasswordState: PasswordState.Closed } || await codes.AcceptAsync(db, account.Id, code.Trim(), cancel) is null)
        {
            var why = !open ? "Throttled" : account is null ? "UnknownName" : "WrongCode";
            await audit.AppendAsync(new AuditEntry(AuditAct.PasswordClosed, Allowed: false) { Account = account?.Id, Reason = why }, cancel);
            return null;
        }
        try
        {
            await db.SaveChangesAsync(cancel); // the code is used up
        }
        catch (DbUpdateException)
        {
            return null; // another took it at this moment
        }
        await CloseAsync(account.Id, null, Entry(account.Id, null), cancel);
        return account.Id;
    }

    /// <summary>Closes the password at the desk, for whoever calls: closing too much is mended by a letter, closing too late by nothing.</summary>
    internal Task AtDeskAsync(string accountId, string employeeId, AuditEntry entry, CancellationToken cancel) => CloseAsync(accountId, employeeId, entry, cancel);

    /// <summary>
    /// The second factor is lost: it goes together with the password, so that no one who has only talked to the desk gets in. Only the letter to the address
    /// of record opens the account again.
    /// </summary>
    internal Task WithFactorsAsync(string accountId, string employeeId, AuditEntry entry, CancellationToken cancel) =>
        CloseAsync(accountId, employeeId, entry, cancel, withFactors: true);

    private static AuditEntry Entry(string accountId, string? sessionId) => new(AuditAct.PasswordClosed, Allowed: true) { Account = accountId, Session = sessionId };

    private async Task CloseAsync(string accountId, string? employeeId, AuditEntry entry, CancellationToken cancel, bool withFactors = false)
    {
        while (!await ClosedAsync(accountId, employeeId, withFactors, entry, cancel))
        {
            // the password was changed at the same moment, perhaps by the one who should not know it: closing wins
        }
        await sessions.EndAllAsync(accountId, SessionEnd.Compromised, except: null, CancellationToken.None);
    }

    private async Task<bool> ClosedAsync(string accountId, string? employeeId, bool withFactors, AuditEntry entry, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var account = await db.Users.SingleAsync(user => user.Id == accountId, cancel);
        (account.PasswordState, account.PasswordHash, account.AssignedUntil) = (PasswordState.Closed, null, null);
        account.PasswordClosedAt = clock.GetUtcNow();
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await OutstandingAssignments.VoidAsync(db, accountId, except: null, cancel);
        if (withFactors)
            await ForgetFactors.OfAsync(db, accountId, cancel);
        if (account.RecordReference is not null)
            await assign.EncloseLetterAsync(db, account, AssignmentCause.Compromised, employeeId, cancel);
        notices.Enclose(db, accountId, withFactors ? NoticeKind.SecondFactorChanged : NoticeKind.SessionsEndedAfterCompromise);
        try
        {
            await audit.SaveAsync(db, entry, cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
