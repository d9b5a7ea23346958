using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>A member writes on in an own conversation or open request. After an answer, the plan's clock begins anew (C14).</summary>
[Enforces(Clauses.InputServesTheRequest)]
public sealed class ReplyToPlan(IDbContextFactory<PortalDb> store, AccessPolicy policy, RequestPost post, WriteAllowance allowance, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<RequestRefusal?> RunAsync(Actor by, string number, string words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.OwnRecord is not { } own || !policy.Decide(new AccessRequest(by, own, Category.Messages, PurposeOfUse.PatientRequest)).Allowed)
            return RequestRefusal.NotYours;
        if (RequestPost.Wrong(words) is { } wrong)
            return wrong;
        await using var db = await store.CreateDbContextAsync(cancel);
        var row = await db.Requests.SingleOrDefaultAsync(one => one.Number == number && one.AccountId == by.AccountId && one.Subject == own.Value, cancel);
        if (row is null || !OwnRequest.Of(row).TakesReplies)
            return RequestRefusal.NotThere;
        if (!allowance.Take(by.AccountId))
            return RequestRefusal.TooMany;
        if (await post.SendAsync(by, row, fromMember: true, words, cancel) is { } failed)
            return failed;
        if (row.State == RequestState.Answered)
        {
            (row.State, row.AnswerBy, row.CaseId, row.ClosedAt) = (RequestState.Received, RequestTerms.Of(row.Kind).AnswerBy(clock.GetUtcNow()), null, null);
            await post.UpdateAsync(row, CancellationToken.None);
        }
        (row.MemberSawAt, row.Turn) = (clock.GetUtcNow(), row.Turn + 1);
        await db.SaveChangesAsync(CancellationToken.None);
        return null;
    }
}
