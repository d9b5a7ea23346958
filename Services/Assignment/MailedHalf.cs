using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Assignment;

/// <summary>
/// Draws the half that goes by mail, at the moment of sending: from the digest of the other half and this one the hash of the whole is made, the former
/// assignment ends, and the half leaves. Neither the outbox nor the store ever has it, and no one place ever has both (C7).
/// </summary>
[Enforces(Clauses.NothingWrittenDown)]
internal sealed class MailedHalf(IDbContextFactory<PortalDb> store, PasswordHashing hashing, IAuditLog audit, TimeProvider clock) : INoticeSlot
{
    public NoticeKind Kind => NoticeKind.PasswordHalf;

    public async Task<NoticeSlot?> FillAsync(string noticeId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await db.Assignments.SingleOrDefaultAsync(a => a.NoticeId == noticeId && a.FirstHalfDigest != null, cancel);
        if (row is null || row.Until <= clock.GetUtcNow())
            return null;
        var half = AssignedSecret.GenerateSecondHalf();
        row.Hash = await hashing.HashAsync(AssignedSecret.Canonical(row.FirstHalfDigest!, half), cancel);
        row.State = AssignmentState.Live;
        row.Attempts++;
        await OutstandingAssignments.VoidAsync(db, row.AccountId, except: row.Id, cancel);
        try
        {
            await audit.SaveAsync(db, new AuditEntry(AuditAct.PasswordAssigned, Allowed: true) { Account = row.AccountId, Target = row.Id, Rule = nameof(AssignedFor.Telephone) }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // a newer assignment took its place at this moment
        }
        return new NoticeSlot(half.Reveal());
    }
}
