using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>
/// What someone can ask for without a password: a letter to the address of record, or a call to the number of record (C5). The answer is the same in
/// words and in time whatever the name is; a letter disturbs nothing until its secret is used; one in seven days, and few requests from one source.
/// </summary>
[Enforces(Clauses.ForgottenMeansReassigned)]
public sealed class ForgottenPassword(IDbContextFactory<PortalDb> store, SignInThrottle throttle, AssignAnew assign, IAuditLog audit, TimeProvider clock)
{
    /// <summary>No second letter for an account within this time.</summary>
    public static readonly TimeSpan OneLetterIn = TimeSpan.FromDays(7);

    private static readonly TimeSpan AnswersAfter = TimeSpan.FromMilliseconds(400);
    private static readonly LaneRule Requests = LaneRule.Requests(3, TimeSpan.FromDays(1));

    /// <summary>Begins a letter when the name is an account's that may have one.</summary>
    public Task LetterAsync(string userName, SignInOrigin origin, CancellationToken cancel) => AnswerAsync(userName, "letter", origin, AuditAct.AssignmentAsked, async (db, account) =>
    {
        var since = clock.GetUtcNow() - OneLetterIn;
        if (account.RecordReference is null || await db.Assignments.AnyAsync(row => row.AccountId == account.Id && row.Way == AssignedFor.Letter && row.State != AssignmentState.Failed && row.At > since, cancel))
            return false;
        await assign.EncloseLetterAsync(db, account, AssignmentCause.Forgotten, null, cancel);
        return true;
    }, cancel);

    /// <summary>Asks the desk to call the number of record. Whoever calls says the words that come back.</summary>
    public async Task<string> CallAsync(string userName, SignInOrigin origin, CancellationToken cancel)
    {
        var words = ProvingWords.Draw();
        await AnswerAsync(userName, "call", origin, AuditAct.CallAsked, async (db, account) =>
        {
            if (account.RecordReference is null)
                return false;
            // the newest screen is the one that is looked at
            db.CallRequests.RemoveRange(await db.CallRequests.Where(call => call.AccountId == account.Id && call.TakenAt == null).ToListAsync(cancel));
            db.CallRequests.Add(new CallRequestRow { Id = Guid.NewGuid().ToString("N"), AccountId = account.Id, At = clock.GetUtcNow(), Words = words });
            return true;
        }, cancel);
        return words;
    }

    private async Task AnswerAsync(string userName, string kind, SignInOrigin origin, AuditAct act, Func<PortalDb, PortalUser, Task<bool>> enclose, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(origin);
        var began = Stopwatch.GetTimestamp();
        var open = await throttle.TakeRequestAsync(kind, userName, origin, Requests, cancel);
        await using var db = await store.CreateDbContextAsync(cancel);
        var normalized = userName.ToUpperInvariant();
        var account = await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized && user.ClosedAt == null, cancel);
        var done = open && account is not null && await enclose(db, account);
        var entry = new AuditEntry(act, done) { Account = account?.Id, Reason = done ? null : !open ? "Throttled" : account is null ? "UnknownName" : "NotNow" };
        try
        {
            await audit.SaveAsync(db, entry, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // the desk or a sender has just taken up the one before: it goes its way
        }
        // what was done cannot be told from how long it took
        if (AnswersAfter - Stopwatch.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
            await Task.Delay(left, cancel);
    }
}
