using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>A member takes an open request back: nobody answers it any more, and the access that it gave ends.</summary>
public sealed class WithdrawRequest(IDbContextFactory<PortalDb> store, IAuditLog audit, RequestPost post, CloseCase close, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<RequestRefusal?> RunAsync(Actor by, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await db.Requests.SingleOrDefaultAsync(one => one.Number == number && one.AccountId == by.AccountId, cancel);
        if (row is null || row.State is not (RequestState.Received or RequestState.InWork))
            return RequestRefusal.NotThere;
        (row.State, row.ClosedAt, row.Turn) = (RequestState.Withdrawn, clock.GetUtcNow(), row.Turn + 1);
        if (await post.UpdateAsync(row, cancel) is { } failed)
            return failed;
        await audit.SaveAsync(db, new AuditEntry(AuditAct.RequestWithdrawn, Allowed: true) { Account = by.AccountId, Session = by.SessionId, Subject = row.Subject, Target = number }, CancellationToken.None);
        if (row.CaseId is { } work)
            await close.RunAsync(by, work, withdrawn: true, CancellationToken.None);
        return null;
    }
}
