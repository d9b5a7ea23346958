using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>A privacy officer takes a concern up: a review case about its member begins, and with it the need to read its words (C13, C22).</summary>
public sealed class TakeConcern(IDbContextFactory<PortalDb> store, AccessPolicy policy, OpenCase open, CloseCase close)
{
    /// <summary>Null when it is done.</summary>
    public async Task<ConcernRefusal?> RunAsync(Actor officer, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Concerns.SingleOrDefaultAsync(row => row.Number == number && row.State == ConcernState.Raised, cancel) is not { } concern)
            return ConcernRefusal.NotThere;
        if (concern.AccountId == officer.AccountId && policy.Holds(officer.AccountId, officer.Roles, Role.PrivacyOfficer))
            return ConcernRefusal.TooClose;
        if (PatientId.From(concern.Subject) is not { } subject)
            return await TakeAboutNobodyAsync(db, concern, officer);
        concern.State = ConcernState.InReview;
        var opened = await open.RunAsync(officer, CaseKind.PrivacyReview, subject, officer.AccountId, cancel);
        if (opened.Refusal is { } why)
            return why == NeedRefusal.TooClose ? ConcernRefusal.TooClose : ConcernRefusal.NotYourOffice;
        concern.CaseId = opened.Id;
        if (await IsFirstAsync(db))
            return null;
        await close.RunAsync(officer, opened.Id!, CancellationToken.None);
        return ConcernRefusal.NotThere;
    }

    // a visitor's is about no record: there is nothing to open a case about, and nobody to be too close to
    private async Task<ConcernRefusal?> TakeAboutNobodyAsync(PortalDb db, ConcernRow concern, Actor officer)
    {
        if (!policy.Holds(officer.AccountId, officer.Roles, Role.PrivacyOfficer))
            return ConcernRefusal.NotYourOffice;
        (concern.State, concern.TakenBy) = (ConcernState.InReview, officer.AccountId);
        return await IsFirstAsync(db) ? null : ConcernRefusal.NotThere;
    }

    // of two officers at once, the one who is first to say so has it
    private static async Task<bool> IsFirstAsync(PortalDb db)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
