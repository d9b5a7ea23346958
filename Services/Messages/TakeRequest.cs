using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>An employee takes a request up: a case about its member begins, and with it the need to read it (C13). One whose case has run out can be taken anew.</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class TakeRequest(IDbContextFactory<PortalDb> store, AccessPolicy policy, OpenCase open, CloseCase close, RequestPost post, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<RequestRefusal?> RunAsync(Actor employee, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employee);
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var row = await db.Requests.SingleOrDefaultAsync(one => one.Number == number && (one.State == RequestState.Received || one.State == RequestState.InWork)
            && !db.Needs.Any(need => need.EvidenceRef == one.CaseId && need.From <= now && now < need.Until), cancel);
        if (row is null || PatientId.From(row.Subject) is not { } subject)
            return RequestRefusal.NotThere;
        var terms = RequestTerms.Of(row.Kind);
        if (!policy.Holds(employee.AccountId, employee.Roles, terms.Role))
            return RequestRefusal.NotYours;
        var opened = await open.RunAsync(employee, terms.Work, subject, employee.AccountId, cancel);
        if (opened.Refusal is { } why)
            return why == NeedRefusal.TooClose ? RequestRefusal.TooClose : RequestRefusal.NotYours;
        (row.State, row.CaseId, row.Turn) = (RequestState.InWork, opened.Id, row.Turn + 1);
        // the record system learns whose case it is: without that a rule for "those of the case only" opens nothing
        if (await post.UpdateAsync(row, cancel) is not { } failed)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                // of two at once, the one who is first to say so has it
                failed = RequestRefusal.NotThere;
            }
        }
        await close.RunAsync(employee, opened.Id!, CancellationToken.None);
        return failed;
    }
}
