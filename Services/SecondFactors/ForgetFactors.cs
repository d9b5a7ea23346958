using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>Every second factor of an account goes, and the recovery codes with them; the caller saves it.</summary>
internal static class ForgetFactors
{
    internal static async Task OfAsync(PortalDb db, string accountId, CancellationToken cancel)
    {
        db.SecondFactors.RemoveRange(await db.SecondFactors.Where(row => row.AccountId == accountId).ToListAsync(cancel));
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(row => row.AccountId == accountId).ToListAsync(cancel));
    }
}
