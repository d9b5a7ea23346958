using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>One's own open cases: the worklist. Nobody sees another's (C13).</summary>
public sealed class OwnCases(IDbContextFactory<PortalDb> store, TimeProvider clock)
{
    /// <summary>The account's open cases that have not run out, the one that ends first before the others.</summary>
    public async Task<IReadOnlyList<OwnCase>> ListAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var rows = await db.Cases.AsNoTracking().Where(row => row.AssigneeId == who.AccountId && row.ClosedAt == null)
            .Join(db.Needs.Where(need => need.AccountId == who.AccountId && need.Until > now), row => row.Id, need => need.EvidenceRef, (row, need) => new { row, need.Until })
            .ToListAsync(cancel);
        return [.. rows.OrderBy(one => one.Until).ThenBy(one => one.row.Id, StringComparer.Ordinal)
            .Select(one => PatientId.From(one.row.Subject) is { } subject ? new OwnCase(one.row.Id, one.row.Kind, subject, one.row.OpenedAt, one.Until) : null).OfType<OwnCase>()];
    }
}

/// <summary>An open case as its assignee sees it: opaque references only.</summary>
public sealed record OwnCase(string Id, CaseKind Kind, PatientId Subject, DateTimeOffset OpenedAt, DateTimeOffset Until)
{
    public override string ToString() => nameof(OwnCase);
}
