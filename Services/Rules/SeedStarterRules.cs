using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>Writes version 1 of the rules into a store that has none.</summary>
public sealed class SeedStarterRules(IDbContextFactory<PortalDb> store, IAuditLog audit, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.RuleVersions.AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow();
        db.RuleVersions.Add(new RuleVersionRow
        {
            Version = StarterRules.Version,
            BasedOn = 0,
            Reason = RuleChangeReason.Starter,
            ProposedBy = "setup",
            ProposedAt = now,
            State = RuleState.InForce,
            DecidedAt = now,
            Cells = RuleCells.Of(StarterRules.All),
        });
        await audit.SaveAsync(db, new AuditEntry(AuditAct.RuleChangeDecided, Allowed: true) { Target = RuleCells.Reference(StarterRules.Version) }, cancel);
    }
}
