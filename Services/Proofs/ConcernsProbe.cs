using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Proofs;

/// <summary>Every comment and concern is answered, or still within its time (C22).</summary>
internal sealed class ConcernsProbe(IDbContextFactory<PortalDb> stores, TimeProvider clock) : IProbe
{
    public ProbeName Name => ProbeName.Concerns;

    public string Clause => Clauses.ConcernsAnswered;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await stores.CreateDbContextAsync(cancel);
        var waiting = db.Concerns.Where(concern => concern.AnsweredAt == null);
        var late = await waiting.LongCountAsync(concern => concern.AnswerBy < now, cancel);
        return Measured.Kept(late == 0, await waiting.LongCountAsync(cancel), late);
    }
}
