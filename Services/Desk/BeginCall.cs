using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Desk;

/// <summary>
/// Begins a call at the desk: by an exact member number or sign-in name, or by a call that was asked for. Nothing comes back but that there is an
/// account to go on with (C6, C13). Each search is audited and counted; one's own account and a relative's are not found.
/// </summary>
[Enforces(Clauses.NobodyAsks, Clauses.AccessByNeed)]
public sealed class BeginCall(IDbContextFactory<PortalDb> store, AccessPolicy policy, IContactOfRecord contact, SignInThrottle throttle, IAuditLog audit, TimeProvider clock)
{
    /// <summary>How long a call that was asked for waits for the desk.</summary>
    public static readonly TimeSpan AskedFor = TimeSpan.FromDays(3);

    private static readonly LaneRule Searches = LaneRule.Requests(30, TimeSpan.FromHours(1));

    /// <summary>Looks for an account; the id of a call, or why there is none.</summary>
    public async Task<(string? CallId, DeskRefusal? Refusal)> FindAsync(Actor who, string numberOrName, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        var wanted = (numberOrName ?? "").Trim();
        if (!policy.IsAtDesk(who))
            return (null, DeskRefusal.NotYourRole);
        if (!await throttle.TakeRequestAsync("desk", who.AccountId, null, Searches, cancel))
        {
            await audit.AppendAsync(who.Entry(AuditAct.DeskSought, null, allowed: false) with { Reason = nameof(DeskRefusal.TooMany) }, cancel);
            return (null, DeskRefusal.TooMany);
        }
        await audit.AppendAsync(who.Entry(AuditAct.DeskSought, null), cancel);
        await using var db = await store.CreateDbContextAsync(cancel);
        var (account, refusal) = wanted.Length is 0 or > 64 ? (null, DeskRefusal.NothingFound) : await AccountAsync(db, wanted, cancel);
        if (account is null)
            return (null, refusal);
        return await BeginAsync(db, who, account, null, cancel);
    }

    /// <summary>The calls that were asked for and not taken yet, oldest first.</summary>
    public async Task<IReadOnlyList<AskedCall>> AskedAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (!policy.IsAtDesk(who))
            return [];
        await using var db = await store.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - AskedFor;
        return await db.CallRequests.AsNoTracking().Where(call => call.TakenAt == null && call.At > since && call.AccountId != who.AccountId).OrderBy(call => call.At).Take(50)
            .Join(db.Users, call => call.AccountId, user => user.Id, (call, user) => new AskedCall(call.Id, user.UserName!, call.At)).ToListAsync(cancel);
    }

    /// <summary>Takes a call that was asked for; of two employees at once, one.</summary>
    public async Task<(string? CallId, DeskRefusal? Refusal)> TakeAsync(Actor who, string askedId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (!policy.IsAtDesk(who))
            return (null, DeskRefusal.NotYourRole);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.CallRequests.SingleOrDefaultAsync(call => call.Id == askedId && call.TakenAt == null, cancel) is not { } asked)
            return (null, DeskRefusal.CallOver);
        asked.TakenAt = clock.GetUtcNow();
        return await BeginAsync(db, who, await db.Users.SingleAsync(user => user.Id == asked.AccountId, cancel), asked, cancel);
    }

    private async Task<(string? CallId, DeskRefusal? Refusal)> BeginAsync(PortalDb db, Actor who, PortalUser account, CallRequestRow? asked, CancellationToken cancel)
    {
        var patient = PatientId.From(account.RecordReference)?.Value;
        if (account.Id == who.AccountId || await db.RecordTies.AnyAsync(tie => tie.AccountId == who.AccountId && tie.Subject == patient, cancel))
            return (null, DeskRefusal.NothingFound);
        var script = new DeskScriptRow { Id = Guid.NewGuid().ToString("N"), EmployeeId = who.AccountId, AccountId = account.Id, At = clock.GetUtcNow() };
        (script.Words, script.WordsOn) = await WordsAsync(db, account.Id, asked, cancel);
        db.DeskScripts.Add(script);
        try
        {
            await audit.SaveAsync(db, who.Entry(AuditAct.DeskSought, account, asked is null ? "Found" : "Asked"), cancel);
            return (script.Id, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (null, DeskRefusal.CallOver);
        }
    }

    // what the person can look at while speaking: the screen that asked for the call comes before a letter
    private async Task<(string? Words, DeskWords? On)> WordsAsync(PortalDb db, string accountId, CallRequestRow? asked, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var since = now - AskedFor;
        asked ??= await db.CallRequests.Where(call => call.AccountId == accountId && call.TakenAt == null && call.At > since).OrderByDescending(call => call.At).FirstOrDefaultAsync(cancel);
        if (asked is not null)
        {
            asked.TakenAt ??= now;
            return (asked.Words, DeskWords.Screen);
        }
        var letter = await db.Assignments.Where(row => row.AccountId == accountId && row.State == AssignmentState.Live && row.Way == AssignedFor.Letter && row.Until > now).FirstOrDefaultAsync(cancel);
        return letter is null ? (null, null) : (letter.Words, DeskWords.Letter);
    }

    private async Task<(PortalUser? Account, DeskRefusal? Refusal)> AccountAsync(PortalDb db, string wanted, CancellationToken cancel)
    {
        var normalized = wanted.ToUpperInvariant();
        if (await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, cancel) is { } named)
            return (named, null);
        var (found, problem) = await contact.FindAsync(wanted, cancel);
        if (problem is not null)
            return (null, DeskRefusal.RecordsUnavailable);
        // a number that two people have tells nobody apart
        var reference = found is [var only] ? $"Patient/{only.Value}" : null;
        var account = reference is null ? null : await db.Users.FirstOrDefaultAsync(user => user.RecordReference == reference, cancel);
        return (account, account is null ? DeskRefusal.NothingFound : null);
    }
}
