using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>The rules and all their versions, for administrators (C13).</summary>
public sealed class RuleBook(IDbContextFactory<PortalDb> store, TimeProvider clock)
{
    /// <summary>Newest first; null for whoever is no administrator now.</summary>
    public async Task<IReadOnlyList<RuleVersion>?> ReadAsync(Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (!await db.HoldsAsync(by.AccountId, Role.Administrator, clock.GetUtcNow(), cancel))
            return null;
        var rows = await db.RuleVersions.AsNoTracking().Include(row => row.Cells).OrderByDescending(row => row.Version).ToListAsync(cancel);
        var named = await db.NamesAsync(rows.SelectMany(row => new[] { row.ProposedBy, row.DecidedBy }), cancel);
        return [.. rows.Select(row => new RuleVersion(
            row.Version, row.BasedOn, row.State, row.Reason, named.Of(row.ProposedBy), row.ProposedAt, row.DecidedBy is null ? null : named.Of(row.DecidedBy), row.DecidedAt,
            [.. row.Cells.Select(PolicyFactsReader.ToRule)], Mine: row.ProposedBy == by.AccountId))];
    }
}

/// <summary>One version of the rules: who, when, why, and its cells. <paramref name="Mine"/> when the reader proposed it.</summary>
public sealed record RuleVersion(
    int Version, int BasedOn, RuleState State, RuleChangeReason Reason, string ProposedBy, DateTimeOffset ProposedAt, string? DecidedBy, DateTimeOffset? DecidedAt,
    IReadOnlyList<AccessRule> Rules, bool Mine);
