using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>A member's own conversations and requests: numbers, states and clocks. The words are a section of the record.</summary>
public sealed class OwnRequests(IDbContextFactory<PortalDb> store, TimeProvider clock)
{
    private const int MostListed = 200;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<OwnRequest>> ListAsync(Actor who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (who.OwnRecord is not { } own)
            return [];
        await using var db = await store.CreateDbContextAsync(cancel);
        var rows = await db.Requests.AsNoTracking().Where(row => row.AccountId == who.AccountId && row.Subject == own.Value)
            .OrderByDescending(row => row.MadeAt).Take(MostListed).ToListAsync(cancel);
        return [.. rows.Select(OwnRequest.Of)];
    }

    /// <summary>How many have something new from the plan.</summary>
    public async Task<int> NewAsync(Actor who, CancellationToken cancel) => (await ListAsync(who, cancel)).Count(one => one.IsNew);

    /// <summary>The member has it on the screen.</summary>
    public async Task SawAsync(Actor who, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        await db.Requests.Where(row => row.Number == number && row.AccountId == who.AccountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.MemberSawAt, now), cancel);
    }
}

/// <summary>One of them as the member sees it.</summary>
public sealed record OwnRequest(string Number, RequestKind Kind, RequestState State, DateTimeOffset MadeAt, DateTimeOffset AnswerBy)
{
    public bool IsExtended { get; init; }

    public bool IsNew { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsOpen => State is RequestState.Received or RequestState.InWork;

    /// <summary>A conversation goes on after an answer; a request that is closed does not.</summary>
    public bool TakesReplies => IsOpen || (Kind == RequestKind.Message && State == RequestState.Answered);

    internal static OwnRequest Of(RequestRow row) => new(row.Number, row.Kind, row.State, row.MadeAt, row.AnswerBy)
    {
        IsExtended = row.ExtendedAt is not null,
        IsNew = row.PlanWroteAt is { } wrote && (row.MemberSawAt is not { } saw || saw < wrote),
        ClosedAt = row.ClosedAt,
    };
}
