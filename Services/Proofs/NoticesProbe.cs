using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Proofs;

/// <summary>Every mail that left stands in somebody's list: of a kind from the closed set, for an account that exists (C18).</summary>
internal sealed class NoticesProbe(IDbContextFactory<PortalDb> stores) : IProbe
{
    public ProbeName Name => ProbeName.Notices;

    public string Clause => Clauses.VitalNoticesOnly;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        await using var db = await stores.CreateDbContextAsync(cancel);
        var sent = await db.Notices.LongCountAsync(notice => notice.State == NoticeState.Sent, cancel);
        var unlisted = await db.Notices.LongCountAsync(notice => !db.Users.Any(account => account.Id == notice.AccountId), cancel);
        return Measured.Kept(unlisted == 0, sent, unlisted);
    }
}
