using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>
/// Gives an account one more second factor: an authenticator once it has shown a right code, a passkey once it has answered. With the first come ten
/// recovery codes. Every other session ends, this one gets a new key, and a notice is sent. Nothing is stored before the proof.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class AddSecondFactor(
    IDbContextFactory<PortalDb> store, FreshProof fresh, AuthenticatorKeys keys, SessionAfterProof proof, IPasskeyCeremony passkeys,
    SealedForms forms, IVitalNotices notices, IAuditLog audit, TimeProvider clock)
{
    /// <summary>A new authenticator key to show, and the same one sealed for the form that confirms it; the one of <paramref name="state"/> when that is still good.</summary>
    public (AuthenticatorKey Key, string State) Offer(string sessionId, string? state)
    {
        if (state is not null && forms.Open("authenticator", sessionId, state) is { } offered)
            return (new AuthenticatorKey(offered), state);
        var key = AuthenticatorKey.Generate();
        return (key, forms.Seal("authenticator", sessionId, key.Value));
    }

    /// <summary>Adds the offered authenticator when the code is one of its own.</summary>
    public async Task<SecondFactorAdded> AuthenticatorAsync(string sessionId, string? state, string? code, SecondFactorPlace place, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await proof.LiveAsync(db, sessionId, cancel) is not { } session)
            return new(SecondFactorRefusal.SessionEnded);
        if (await fresh.RefuseAddingAsync(db, session, cancel) is { } notNow)
            return new(notNow);
        if (forms.Open("authenticator", sessionId, state) is not { } offered)
            return new(SecondFactorRefusal.TooOld);
        var key = new AuthenticatorKey(offered);
        if (key.StepOf((code ?? "").Replace(" ", "", StringComparison.Ordinal), lastUsed: 0, clock.GetUtcNow()) is not { } step)
            return await RefuseAsync(session, SecondFactorRefusal.WrongCode, cancel);
        var factor = new SecondFactorRow
        {
            Id = Guid.NewGuid().ToString("N"),
            AccountId = session.AccountId,
            Kind = SecondFactorKind.Authenticator,
            Place = place,
            AddedAt = clock.GetUtcNow(),
            SealedSecret = keys.Seal(session.AccountId, key),
            LastStep = step,
        };
        return await AddAsync(db, session, factor, cancel);
    }

    /// <summary>The question for a new passkey.</summary>
    public async Task<PasskeyPrompt?> AskPasskeyAsync(string sessionId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await proof.LiveAsync(db, sessionId, cancel) is not { } session)
            return null;
        var (question, state) = await passkeys.AskForNewAsync(await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel));
        return new PasskeyPrompt(question, forms.Seal("passkey-new", sessionId, state));
    }

    /// <summary>Adds the passkey that answered that question.</summary>
    public async Task<SecondFactorAdded> PasskeyAsync(string sessionId, string? answer, string? state, SecondFactorPlace place, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await proof.LiveAsync(db, sessionId, cancel) is not { } session)
            return new(SecondFactorRefusal.SessionEnded);
        if (await fresh.RefuseAddingAsync(db, session, cancel) is { } notNow)
            return new(notNow);
        if (forms.Open("passkey-new", sessionId, state) is not { } asked)
            return new(SecondFactorRefusal.TooOld);
        var account = await db.Users.SingleAsync(user => user.Id == session.AccountId, cancel);
        if (await passkeys.TakeAsync(account, answer ?? "", asked) is not { } made)
            return await RefuseAsync(session, SecondFactorRefusal.WrongPasskey, cancel);
        var factor = new SecondFactorRow
        {
            Id = Guid.NewGuid().ToString("N"),
            AccountId = session.AccountId,
            Kind = SecondFactorKind.Passkey,
            Place = place,
            AddedAt = clock.GetUtcNow(),
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            UserVerified = made.IsUserVerified,
            BackupEligible = made.IsBackupEligible,
            BackedUp = made.IsBackedUp,
        };
        return await AddAsync(db, session, factor, cancel);
    }

    private async Task<SecondFactorAdded> AddAsync(PortalDb db, SessionRow session, SecondFactorRow factor, CancellationToken cancel)
    {
        db.SecondFactors.Add(factor);
        var codes = await db.RecoveryCodes.AnyAsync(code => code.AccountId == session.AccountId, cancel)
            ? [] : await RecoveryCodes.ReplaceAsync(db, session.AccountId, factor.AddedAt, cancel);
        notices.Enclose(db, session.AccountId, NoticeKind.SecondFactorChanged);
        var key = await proof.RaiseAsync(db, session, Entry(session, null, factor.Kind), endOthers: true, cancel);
        return key is null ? new(SecondFactorRefusal.NotThere) : new(null) { SessionKey = key, RecoveryCodes = codes };
    }

    private async Task<SecondFactorAdded> RefuseAsync(SessionRow session, SecondFactorRefusal why, CancellationToken cancel)
    {
        await audit.AppendAsync(Entry(session, why, null), cancel);
        return new(why);
    }

    private static AuditEntry Entry(SessionRow session, SecondFactorRefusal? why, SecondFactorKind? kind) =>
        new(AuditAct.SecondFactorAdded, why is null) { Account = session.AccountId, Session = session.Id, Rule = kind?.ToString(), Reason = why?.ToString() };
}

/// <summary>The answer to adding a factor: why not, or the new session's key and, with the first factor, the recovery codes: shown this once.</summary>
public sealed record SecondFactorAdded(SecondFactorRefusal? Refusal)
{
    public string? SessionKey { get; init; }

    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    public override string ToString() => nameof(SecondFactorAdded);
}
