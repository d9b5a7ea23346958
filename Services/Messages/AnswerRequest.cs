using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>Whose work it is answers: the words go to the record system, and the case and the access end with the answer (C13).</summary>
public sealed class AnswerRequest(IDbContextFactory<PortalDb> store, RequestWork work, IAuditLog audit, RequestPost post, CloseCase close, TimeProvider clock)
{
    /// <summary>Null when it is done. What is only answered is neither granted nor denied, and the other way round.</summary>
    public async Task<RequestRefusal?> RunAsync(Actor employee, string number, RequestState outcome, string words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employee);
        if (RequestPost.Wrong(words) is { } wrong)
            return wrong;
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await work.MineAsync(db, employee, number, cancel) is not { } row)
            return RequestRefusal.NotThere;
        if (outcome is not (RequestState.Answered or RequestState.Granted or RequestState.Denied) || RequestTerms.Of(row.Kind).Decided == (outcome == RequestState.Answered))
            return RequestRefusal.NotYours;
        if (await post.SendAsync(employee, row, fromMember: false, words, cancel) is { } failed)
            return failed;
        var now = clock.GetUtcNow();
        (row.State, row.ClosedAt, row.PlanWroteAt, row.Turn) = (outcome, now, now, row.Turn + 1);
        await post.UpdateAsync(row, CancellationToken.None);
        var entry = new AuditEntry(AuditAct.RequestAnswered, Allowed: true) { Account = employee.AccountId, Session = employee.SessionId, Subject = row.Subject, Rule = outcome.ToString(), Target = number };
        await audit.SaveAsync(db, entry, CancellationToken.None);
        await close.RunAsync(employee, row.CaseId!, CancellationToken.None);
        return null;
    }
}
