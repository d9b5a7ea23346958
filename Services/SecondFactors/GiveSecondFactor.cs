using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>The second step of signing in: an authenticator's code, a recovery code or a passkey. The session that had only the password ends, a new one begins (C2).</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class GiveSecondFactor(
    IDbContextFactory<PortalDb> store, SecondFactorThrottle throttle, SecondFactorCodes codes, SessionAfterProof proof, IPasskeyCeremony passkeys,
    SealedForms forms, IVitalNotices notices, IAuditLog audit, TimeProvider clock)
{
    /// <summary>With six digits of an authenticator, or with a recovery code. The key of the new session, or why there is none.</summary>
    public async Task<(string? SessionKey, SecondFactorRefusal? Refusal)> WithCodeAsync(string sessionId, string? typed, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await proof.LiveAsync(db, sessionId, cancel) is not { SecondFactorAt: null } session)
            return (null, SecondFactorRefusal.SessionEnded);
        if (await throttle.TakeAsync(db, session.AccountId, cancel) is not { } tries)
            return await RefuseAsync(session, SecondFactorRefusal.TooManyTries, cancel);
        if (await codes.AcceptAsync(db, session.AccountId, (typed ?? "").Trim(), cancel) is not { } act)
        {
            await SecondFactorThrottle.CloseAtLastAsync(db, tries, cancel);
            await audit.SaveAsync(db, Entry(session, AuditAct.SecondFactorGiven, SecondFactorRefusal.WrongCode), cancel);
            return (null, SecondFactorRefusal.WrongCode);
        }
        db.SecondFactorTries.Remove(tries);
        if (act == AuditAct.RecoveryCodeUsed)
            notices.Enclose(db, session.AccountId, NoticeKind.RecoveryCodeUsed);
        var key = await proof.RaiseAsync(db, session, Entry(session, act, null), endOthers: false, cancel);
        return key is null ? await RefuseAsync(session, SecondFactorRefusal.WrongCode, cancel) : (key, null);
    }

    /// <summary>The question for a passkey of the session's account; null when it has none.</summary>
    public async Task<PasskeyPrompt?> AskPasskeyAsync(string sessionId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await proof.LiveAsync(db, sessionId, cancel) is not { } session
            || !await db.SecondFactors.AnyAsync(factor => factor.AccountId == session.AccountId && factor.Kind == SecondFactorKind.Passkey, cancel))
            return null;
        var (question, state) = await passkeys.AskForOneAsync(await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel));
        return new PasskeyPrompt(question, forms.Seal("passkey-use", sessionId, state));
    }

    /// <summary>With a passkey's answer to that question.</summary>
    public async Task<(string? SessionKey, SecondFactorRefusal? Refusal)> WithPasskeyAsync(string sessionId, string? answer, string? state, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await proof.LiveAsync(db, sessionId, cancel) is not { SecondFactorAt: null } session)
            return (null, SecondFactorRefusal.SessionEnded);
        if (forms.Open("passkey-use", sessionId, state) is not { } asked)
            return (null, SecondFactorRefusal.TooOld);
        var account = await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel);
        var used = await passkeys.CheckAsync(account, answer ?? "", asked);
        var factor = used is null ? null : await db.SecondFactors.SingleOrDefaultAsync(row => row.AccountId == account.Id && row.CredentialId == used.CredentialId, cancel);
        if (factor is null)
            return await RefuseAsync(session, SecondFactorRefusal.WrongPasskey, cancel);
        (factor.SignCount, factor.BackedUp, factor.UserVerified, factor.LastUsedAt) = (used!.SignCount, used.IsBackedUp, used.IsUserVerified, clock.GetUtcNow());
        var key = await proof.RaiseAsync(db, session, Entry(session, AuditAct.SecondFactorGiven, null), endOthers: false, cancel);
        return key is null ? await RefuseAsync(session, SecondFactorRefusal.WrongPasskey, cancel) : (key, null);
    }

    private async Task<(string?, SecondFactorRefusal?)> RefuseAsync(SessionRow session, SecondFactorRefusal why, CancellationToken cancel)
    {
        await audit.AppendAsync(Entry(session, AuditAct.SecondFactorGiven, why), cancel);
        return (null, why);
    }

    private static AuditEntry Entry(SessionRow session, AuditAct act, SecondFactorRefusal? why) =>
        new(act, why is null) { Account = session.AccountId, Session = session.Id, Reason = why?.ToString() };
}
