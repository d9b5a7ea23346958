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
    internal async Task LetterAsync(string accountId, AssignmentCause cause, string? askedBy, AuditEntry entry, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await EncloseLetterAsync(db, await db.Users.SingleAsync(user => user.Id == accountId, cancel), cause, askedBy, cancel);
        await audit.SaveAsync(db, entry, cancel);
    }

    /// <summary>Begins two halves: the first is returned, to be read out once; the second is drawn when its notice is sent, and only then is there anything that works.</summary>
    internal async Task<(string Id, AssignedSecret FirstHalf)> HalvesAsync(string accountId, string askedBy, AuditEntry entry, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var account = await db.Users.SingleAsync(user => user.Id == accountId, cancel);
        await DropUnsentAsync(db, accountId, cancel);
        var half = AssignedSecret.GenerateFirstHalf();
        var row = Row(account, AssignedFor.Telephone, AssignmentCause.Forgotten, askedBy, notices.Enclose(db, accountId, NoticeKind.PasswordHalf));
        (row.FirstHalfDigest, row.Until) = (AssignedSecret.FirstHalfDigest(half), clock.GetUtcNow() + ByTelephone);
        db.Assignments.Add(row);
        await audit.SaveAsync(db, entry with { Rule = nameof(AssignedFor.Telephone) }, cancel);
        return (row.Id, half);
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
