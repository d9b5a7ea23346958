using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Desk;

/// <summary>
/// What the desk can do for a caller once the script is complete: begin a letter or two halves, end the sessions. It never gets a secret: of two halves
/// it hears the first, and the other goes to the address of record (C5, C7). Closing a password waits for no script (C8).
/// </summary>
[Enforces(Clauses.ForgottenMeansReassigned, Clauses.NothingWrittenDown, Clauses.CompromisedAtOnce)]
public sealed class FinishCall(
    IDbContextFactory<PortalDb> store, AccessPolicy policy, IContactOfRecord contact, AssignAnew assign, ClosePassword close, SessionRegistry sessions,
    IVitalNotices notices, IAuditLog audit, TimeProvider clock)
{
    private const int LettersInAWeek = 3;

    /// <summary>Begins a sealed letter to the address of record.</summary>
    public async Task<DeskRefusal?> LetterAsync(Actor who, string callId, CancellationToken cancel)
    {
        var (script, account, refusal) = await VerifiedAsync(who, callId, cancel);
        if (script is null || account is null)
            return refusal;
        if (account.RecordReference is null)
            return DeskRefusal.NoContact;
        if (await LettersLatelyAsync(account.Id, cancel) >= LettersInAWeek)
            return DeskRefusal.EnoughLetters;
        await assign.LetterAsync(account.Id, AssignmentCause.Forgotten, who.AccountId, who.Entry(AuditAct.AssignmentAsked, account, HowVerified(script)), cancel);
        return null;
    }

    /// <summary>Begins two halves; the first comes back, to be read out once.</summary>
    public async Task<(ReadOutHalf? Half, DeskRefusal? Refusal)> HalvesAsync(Actor who, string callId, CancellationToken cancel)
    {
        var (script, account, refusal) = await VerifiedAsync(who, callId, cancel);
        if (script is null || account is null)
            return (null, refusal);
        if (script.Reach != DeskReach.CalledBack)
            return (null, DeskRefusal.HalvesWantCallBack);
        if (!notices.SendsMail)
            return (null, DeskRefusal.NoMail);
        if (await ContactErrand.ForCallBackAsync(audit, who, account.Id, account.RecordReference, clock.GetUtcNow(), cancel) is not { } errand)
            return (null, DeskRefusal.NoContact);
        var (numbers, problem) = await contact.TelephoneAsync(errand, cancel);
        if (numbers is null || problem is not null)
            return (null, DeskRefusal.RecordsUnavailable);
        if (numbers.ChangedLately)
            return (null, DeskRefusal.ContactIsNew);
        var (id, half) = await assign.HalvesAsync(account.Id, who.AccountId, who.Entry(AuditAct.AssignmentAsked, account, HowVerified(script)), cancel);
        return (new ReadOutHalf(half.Reveal(), id), null);
    }

    /// <summary>How far the other half has come: its notice.</summary>
    public async Task<NoticeState?> OtherHalfAsync(Actor who, string assignmentId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Assignments.Where(row => row.Id == assignmentId && row.AskedBy == who.AccountId)
            .Join(db.Notices, row => row.NoticeId, notice => notice.Id, (_, notice) => (NoticeState?)notice.State).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Ends every session of the account.</summary>
    public async Task<DeskRefusal?> EndSessionsAsync(Actor who, string callId, CancellationToken cancel)
    {
        var (script, account, refusal) = await VerifiedAsync(who, callId, cancel);
        if (script is null || account is null)
            return refusal;
        await audit.AppendAsync(who.Entry(AuditAct.DeskEndedSessions, account, HowVerified(script)), cancel);
        await sessions.EndAllAsync(account.Id, SessionEnd.Revoked, except: null, cancel);
        return null;
    }

    /// <summary>
    /// The second factor is lost: with it go the password and the sessions, and a sealed letter to the address of record is begun. After a call-back only.
    /// </summary>
    public async Task<DeskRefusal?> LostFactorAsync(Actor who, string callId, CancellationToken cancel)
    {
        var (script, account, refusal) = await VerifiedAsync(who, callId, cancel);
        if (script is null || account is null)
            return refusal;
        if (script.Reach != DeskReach.CalledBack)
            return DeskRefusal.NotVerified;
        if (account.RecordReference is null)
            return DeskRefusal.NoContact;
        await close.WithFactorsAsync(account.Id, who.AccountId, who.Entry(AuditAct.DeskForgotFactors, account, HowVerified(script)), cancel);
        return null;
    }

    /// <summary>Closes the password at once and begins a letter, verified or not.</summary>
    public async Task<DeskRefusal?> CloseAsync(Actor who, string callId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var (script, account) = await DeskScripts.OpenAsync(db, policy, who, callId, clock.GetUtcNow(), cancel);
        if (script is null)
            return DeskRefusal.CallOver;
        await close.AtDeskAsync(account!.Id, who.AccountId, who.Entry(AuditAct.DeskClosed, account, script.Reach?.ToString()), cancel);
        return null;
    }

    /// <summary>The call is over: nothing more can be done with it.</summary>
    public async Task EndAsync(Actor who, string callId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var (script, _) = await DeskScripts.OpenAsync(db, policy, who, callId, clock.GetUtcNow(), cancel);
        if (script is null)
            return;
        (script.EndedAt, script.CodeHash) = (clock.GetUtcNow(), null);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<(DeskScriptRow? Script, PortalUser? Account, DeskRefusal? Refusal)> VerifiedAsync(Actor who, string callId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var (script, account) = await DeskScripts.OpenAsync(db, policy, who, callId, clock.GetUtcNow(), cancel);
        if (script is null)
            return (null, null, DeskRefusal.CallOver);
        return script is { Reach: not null, WordsAt: not null } ? (script, account, null) : (null, null, DeskRefusal.NotVerified);
    }

    private async Task<int> LettersLatelyAsync(string accountId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - TimeSpan.FromDays(7);
        return await db.Assignments.CountAsync(row => row.AccountId == accountId && row.Way == AssignedFor.Letter && row.At > since, cancel);
    }

    private static string HowVerified(DeskScriptRow script) => $"{script.Reach}{script.WordsOn}";
}
