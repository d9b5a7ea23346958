using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>The requests that wait for the roles of an account, those whose clock runs out first at the top: numbers, kinds and instants, no word and no member.</summary>
public sealed class WaitingRequests(IDbContextFactory<PortalDb> store, AccessPolicy policy, TimeProvider clock)
{
    private const int MostListed = 500;

    public async Task<IReadOnlyList<QueuedRequest>> ListAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        var kinds = Enum.GetValues<RequestKind>().Where(kind => policy.Holds(who.AccountId, who.Roles, RequestTerms.Of(kind).Role)).ToList();
        if (kinds.Count == 0)
            return [];
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var rows = await db.Requests.AsNoTracking().Where(row => kinds.Contains(row.Kind) && (row.State == RequestState.Received || row.State == RequestState.InWork))
            .OrderBy(row => row.AnswerBy).Take(MostListed).ToListAsync(cancel);
        var works = rows.Select(row => row.CaseId).OfType<string>().ToList();
        var live = await db.Needs.Where(need => need.EvidenceRef != null && works.Contains(need.EvidenceRef) && need.From <= now && now < need.Until)
            .Select(need => new { need.EvidenceRef, need.AccountId }).ToListAsync(cancel);
        return [.. rows.Select(row => new QueuedRequest(row.Number, row.Kind, row.MadeAt, row.AnswerBy, row.ExtendedAt is not null)
        {
            Mine = live.Any(need => need.EvidenceRef == row.CaseId && need.AccountId == who.AccountId),
            Taken = live.Any(need => need.EvidenceRef == row.CaseId),
            MayExtend = row.ExtendedAt is null && RequestTerms.Of(row.Kind).Extension is not null,
        })];
    }
}

/// <summary>One line of the list.</summary>
public sealed record QueuedRequest(string Number, RequestKind Kind, DateTimeOffset MadeAt, DateTimeOffset AnswerBy, bool IsExtended)
{
    /// <summary>It is the viewer's own work, and the case is live.</summary>
    public bool Mine { get; init; }

    /// <summary>Someone works on it.</summary>
    public bool Taken { get; init; }

    public bool MayExtend { get; init; }
}
