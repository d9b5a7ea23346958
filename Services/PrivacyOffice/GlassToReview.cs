using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.PrivacyOffice;

/// <summary>The emergencies that wait for a second person, the one whose 72 hours end first at the top, with what was opened under each (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class GlassToReview
{
    private const int ReviewedShown = 20;

    private readonly StoreConnection log;
    private readonly IDbContextFactory<PortalDb> store;
    private readonly AccessPolicy policy;
    private readonly CurrentPolicy current;

    internal GlassToReview(StoreConnection log, IDbContextFactory<PortalDb> store, AccessPolicy policy, CurrentPolicy current) =>
        (this.log, this.store, this.policy, this.current) = (log, store, policy, current);

    /// <summary>Raised when one may have been begun, ended or reviewed.</summary>
    public event Action? Changed
    {
        add => current.Changed += value;
        remove => current.Changed -= value;
    }

    /// <summary>Null when the account is no privacy officer's.</summary>
    public async Task<IReadOnlyList<BrokenGlass>?> ListAsync(Actor officer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (!policy.IsOpenTo(officer))
            return null;
        await using var db = await store.CreateDbContextAsync(cancel);
        var all = db.BreakGlass.AsNoTracking().Join(db.Needs, glass => glass.NeedId, need => need.Id, (glass, need) => new { glass, need })
            .Join(db.Users, one => one.need.AccountId, user => user.Id, (one, user) => new { one.glass, one.need, user.UserName });
        var rows = await all.Where(one => one.glass.ReviewedAt == null).OrderBy(one => one.glass.ReviewBy).ToListAsync(cancel);
        rows.AddRange(await all.Where(one => one.glass.ReviewedAt != null).OrderByDescending(one => one.glass.ReviewedAt).Take(ReviewedShown).ToListAsync(cancel));
        await using var connection = await log.OpenAsync(cancel);
        return [.. rows.Select(one => new BrokenGlass
        {
            NeedId = one.need.Id,
            UserName = one.UserName!,
            Mine = one.need.AccountId == officer.AccountId,
            Subject = one.need.Subject,
            Reason = one.glass.Reason,
            Named = one.need.Categories,
            Labels = one.need.Sensitivity,
            Opened = Opened(connection, one.need),
            From = one.need.From,
            Until = one.need.Until,
            ReviewBy = one.glass.ReviewBy,
            ReviewedAt = one.glass.ReviewedAt,
            Outcome = one.glass.Outcome,
        })];
    }

    private static List<Category> Opened(DbConnection connection, NeedRow need) =>
        [.. AuditMentions.About(connection, need.Subject).Select(AuditJson.Read).TakeWhile(record => record.At >= need.From)
            .Where(record => record.Entry is { Act: AuditAct.RecordRead, Allowed: true } && record.Entry.Target == need.Id).Select(record => record.Entry.Category).OfType<Category>().Distinct().Order()];
}

/// <summary>One declared emergency: who, why, what was named and what was opened, and the clock of its review.</summary>
public sealed record BrokenGlass
{
    public required string NeedId { get; init; }

    public required string UserName { get; init; }

    /// <summary>The viewer's own: somebody else reviews it.</summary>
    public required bool Mine { get; init; }

    /// <summary>The member's opaque reference.</summary>
    public required string Subject { get; init; }

    public required EmergencyReason Reason { get; init; }

    public required Categories Named { get; init; }

    public required Values.Sensitivity Labels { get; init; }

    /// <summary>What was in fact opened under it.</summary>
    public required IReadOnlyList<Category> Opened { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required DateTimeOffset ReviewBy { get; init; }

    public DateTimeOffset? ReviewedAt { get; init; }

    public EmergencyReview? Outcome { get; init; }

    public override string ToString() => nameof(BrokenGlass);
}
