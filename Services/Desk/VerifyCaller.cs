using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Desk;

/// <summary>
/// The steps by which caller and employee make sure of each other: a call to the number of record or a code to the address of record, and three words
/// that the person sees and the employee says. No step asks what the caller knows (C5, C6).
/// </summary>
[Enforces(Clauses.ForgottenMeansReassigned, Clauses.NobodyAsks)]
public sealed class VerifyCaller(
    IDbContextFactory<PortalDb> store, AccessPolicy policy, IContactOfRecord contact, IVitalNotices notices, PasswordHashing hashing, IAuditLog audit, TimeProvider clock)
{
    internal const int MostCodeTries = 3;
    internal static readonly TimeSpan CodeWorks = TimeSpan.FromMinutes(10);

    /// <summary>The call as it stands; null when it is over.</summary>
    public async Task<DeskCall?> ReadAsync(Actor who, string callId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var (script, account) = await DeskScripts.OpenAsync(db, policy, who, callId, clock.GetUtcNow(), cancel);
        if (script is null)
            return null;
        var code = script.CodeNoticeId is null ? null : await db.Notices.Where(notice => notice.Id == script.CodeNoticeId).Select(notice => (NoticeState?)notice.State).SingleAsync(cancel);
        return new DeskCall(script.Id, account!.UserName!, script.Reach, script.Words, script.WordsOn, script.WordsAt is not null, code, account.RecordReference is not null);
    }

    /// <summary>The numbers of record, to be called back: read now, shown by the caller of this and kept by nobody.</summary>
    public async Task<(CallBack? Numbers, DeskRefusal? Refusal)> NumbersAsync(Actor who, string callId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var (script, account) = await DeskScripts.OpenAsync(db, policy, who, callId, clock.GetUtcNow(), cancel);
        if (script is null)
            return (null, DeskRefusal.CallOver);
        if (await ContactErrand.ForCallBackAsync(audit, who, account!.Id, account.RecordReference, clock.GetUtcNow(), cancel) is not { } errand)
            return (null, DeskRefusal.NoContact);
        var (numbers, problem) = await contact.TelephoneAsync(errand, cancel);
        if (problem is not null)
            return (null, DeskRefusal.RecordsUnavailable);
        if (numbers is not { Numbers.Count: > 0 })
            return (null, DeskRefusal.NoContact);
        script.NumbersAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return (numbers, null);
    }

    /// <summary>The employee hung up, called a number of record, and it was answered.</summary>
    public Task<DeskRefusal?> CalledBackAsync(Actor who, string callId, CancellationToken cancel) => StepAsync(who, callId, (_, script) =>
    {
        if (script.NumbersAt is null)
            return null; // whoever has not seen the number has not called it
        (script.Reach, script.ReachedAt) = (DeskReach.CalledBack, clock.GetUtcNow());
        return (AuditAct.DeskReached, nameof(DeskReach.CalledBack));
    }, cancel);

    /// <summary>The person said that the words are the same.</summary>
    public Task<DeskRefusal?> WordsConfirmedAsync(Actor who, string callId, CancellationToken cancel) => StepAsync(who, callId, (_, script) =>
    {
        if (script.Words is null)
            return null;
        script.WordsAt = clock.GetUtcNow();
        return (AuditAct.DeskWordsConfirmed, script.WordsOn.ToString()!);
    }, cancel);

    /// <summary>Sends a code to the e-mail address of record, with the words beside it.</summary>
    public async Task<DeskRefusal?> SendCodeAsync(Actor who, string callId, CancellationToken cancel)
    {
        if (!notices.SendsMail)
            return DeskRefusal.NoMail;
        return await StepAsync(who, callId, (db, script) =>
        {
            if (script.CodeNoticeId is not null)
                return null;
            script.CodeNoticeId = notices.Enclose(db, script.AccountId, NoticeKind.VerificationCode);
            if (script.Words is null)
                (script.Words, script.WordsOn) = (ProvingWords.Draw(), DeskWords.CodeMail);
            return (AuditAct.DeskCodeSent, nameof(NoticeKind.VerificationCode));
        }, cancel);
    }

    /// <summary>The code that the person read out.</summary>
    public async Task<DeskRefusal?> CodeGivenAsync(Actor who, string callId, string code, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var db = await store.CreateDbContextAsync(cancel);
        var (script, account) = await DeskScripts.OpenAsync(db, policy, who, callId, clock.GetUtcNow(), cancel);
        if (script is null)
            return DeskRefusal.CallOver;
        var sentAt = await db.Notices.Where(notice => notice.Id == script.CodeNoticeId).Select(notice => (DateTimeOffset?)notice.At).SingleOrDefaultAsync(cancel);
        if (script.CodeHash is null || script.CodeTries >= MostCodeTries || sentAt + CodeWorks <= clock.GetUtcNow())
            return DeskRefusal.CodeOver;
        script.CodeTries++; // counted before it is looked at
        await db.SaveChangesAsync(cancel);
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (await hashing.VerifyAsync(script.CodeHash, digits, cancel) == PasswordVerificationResult.Failed)
        {
            await audit.AppendAsync(who.Entry(AuditAct.DeskReached, account, nameof(DeskReach.CodeGiven), allowed: false) with { Reason = nameof(DeskRefusal.WrongCode) }, cancel);
            return DeskRefusal.WrongCode;
        }
        (script.CodeHash, script.ReachedAt) = (null, clock.GetUtcNow());
        script.Reach ??= DeskReach.CodeGiven;
        await audit.SaveAsync(db, who.Entry(AuditAct.DeskReached, account, nameof(DeskReach.CodeGiven)), cancel);
        return null;
    }

    private async Task<DeskRefusal?> StepAsync(Actor who, string callId, Func<PortalDb, DeskScriptRow, (AuditAct Act, string Rule)?> step, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var (script, account) = await DeskScripts.OpenAsync(db, policy, who, callId, clock.GetUtcNow(), cancel);
        if (script is null)
            return DeskRefusal.CallOver;
        if (step(db, script) is { } done)
            await audit.SaveAsync(db, who.Entry(done.Act, account, done.Rule), cancel);
        return null;
    }
}
