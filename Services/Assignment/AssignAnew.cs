using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Assignment;

/// <summary>
/// Begins the assignment of a new password, the one capability behind new accounts, the desk, the form for forgotten passwords and closed passwords
/// (C3, C5). Nothing of the account changes: what it has goes on working until the new secret is used for the first time.
/// </summary>
[Enforces(Clauses.AssignedFirst, Clauses.ForgottenMeansReassigned)]
public sealed class AssignAnew(IDbContextFactory<PortalDb> store, IVitalNotices notices, IAuditLog audit, TimeProvider clock)
{
    /// <summary>How long both halves work, counted from the first.</summary>
    public static readonly TimeSpan ByTelephone = TimeSpan.FromMinutes(10);

    /// <summary>How long a letter works, counted from when the record system has it.</summary>
    public static readonly TimeSpan ByLetter = TimeSpan.FromDays(21);

    /// <summary>Adds a letter to changes that the caller saves with their audit row; one that was not sent yet is dropped for it.</summary>
    internal async Task EncloseLetterAsync(PortalDb db, PortalUser account, AssignmentCause cause, string? askedBy, CancellationToken cancel)
    {
        await DropUnsentAsync(db, account.Id, cancel);
        db.Assignments.Add(Row(account, AssignedFor.Letter, cause, askedBy, null));
    }

    /// <summary>Begins a letter as an act of its own.</summary>
    internal Task LetterAsync(string accountId, AssignmentCause cause, string? askedBy, AuditEntry entry, CancellationToken cancel) => SaveAsync(accountId, entry, async (db, account) =>
    {
        await EncloseLetterAsync(db, account, cause, askedBy, cancel);
        return account;
    }, cancel);

    /// <summary>Begins two halves: the first is returned, to be read out once; the second is drawn when its notice is sent, and only then is there anything that works.</summary>
    internal async Task<(string Id, AssignedSecret FirstHalf)> HalvesAsync(string accountId, string askedBy, AuditEntry entry, CancellationToken cancel)
    {
        var half = AssignedSecret.GenerateFirstHalf();
        var row = await SaveAsync(accountId, entry with { Rule = entry.Rule ?? nameof(AssignedFor.Telephone) }, async (db, account) =>
        {
            await DropUnsentAsync(db, accountId, cancel);
            var row = Row(account, AssignedFor.Telephone, AssignmentCause.Forgotten, askedBy, notices.Enclose(db, accountId, NoticeKind.PasswordHalf));
            (row.FirstHalfDigest, row.Until) = (AssignedSecret.FirstHalfDigest(half), clock.GetUtcNow() + ByTelephone);
            return db.Assignments.Add(row).Entity;
        }, cancel);
        return (row.Id, half);
    }

    private async Task<T> SaveAsync<T>(string accountId, AuditEntry entry, Func<PortalDb, PortalUser, Task<T>> change, CancellationToken cancel)
    {
        while (true)
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            var changed = await change(db, await db.Users.SingleAsync(user => user.Id == accountId, cancel));
            try
            {
                await audit.SaveAsync(db, entry, cancel);
                return changed;
            }
            catch (DbUpdateConcurrencyException)
            {
                // what is dropped was taken up by a sender at this moment: as it is now, it is dropped too
            }
        }
    }

    private AssignmentRow Row(PortalUser account, AssignedFor way, AssignmentCause cause, string? askedBy, string? noticeId) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        AccountId = account.Id,
        Way = way,
        Cause = cause,
        AskedBy = askedBy,
        At = clock.GetUtcNow(),
        NextTryAt = way == AssignedFor.Letter ? clock.GetUtcNow() : null,
        NoticeId = noticeId,
        Words = ProvingWords.Draw(),
    };

    private static async Task DropUnsentAsync(PortalDb db, string accountId, CancellationToken cancel) =>
        (await db.Assignments.Where(row => row.AccountId == accountId && (row.State == AssignmentState.Waiting || row.State == AssignmentState.Sending)).ToListAsync(cancel))
            .ForEach(OutstandingAssignments.End);
}
