using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>The time of a request is extended: once, where the law allows it, and with the reason written to the member (45 CFR 164.524, 164.526, 164.528).</summary>
public sealed class ExtendRequest(IDbContextFactory<PortalDb> store, RequestWork work, IAuditLog audit, RequestPost post, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<RequestRefusal?> RunAsync(Actor employee, string number, string reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employee);
        if (RequestPost.Wrong(reason) is { } wrong)
            return wrong;
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await work.MineAsync(db, employee, number, cancel) is not { } row)
            return RequestRefusal.NotThere;
        var now = clock.GetUtcNow();
        // the member is told within the first term: afterwards it is late, and no extension makes it less so
        if (row.ExtendedAt is not null || RequestTerms.Of(row.Kind).Extension is not { } more || now > row.AnswerBy)
            return RequestRefusal.NoExtension;
        if (await post.SendAsync(employee, row, fromMember: false, reason, cancel) is { } failed)
            return failed;
        (row.ExtendedAt, row.AnswerBy, row.PlanWroteAt, row.Turn) = (now, row.AnswerBy + more, now, row.Turn + 1);
        await post.UpdateAsync(row, CancellationToken.None);
        await audit.SaveAsync(db, new AuditEntry(AuditAct.RequestExtended, Allowed: true) { Account = employee.AccountId, Session = employee.SessionId, Subject = row.Subject, Target = number }, CancellationToken.None);
        return null;
    }
}
