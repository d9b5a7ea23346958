using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Passwords;

/// <summary>The assigned secrets of an account that were sent and not used yet: at most one works. They wait beside the account's password until the first use.</summary>
[Enforces(Clauses.AssignedFirst)]
internal static class OutstandingAssignments
{
    /// <summary>The one that what was typed may be the secret of; null when the account has none, or when it does not look like one.</summary>
    /// <remarks>Asked for every try, also for a name that does not exist: the store does the same work.</remarks>
    internal static async Task<AssignmentRow?> FindAsync(PortalDb db, PortalUser? account, string typed, DateTimeOffset now, CancellationToken cancel)
    {
        var id = account?.Id ?? "";
        var live = await db.Assignments.Where(row => row.AccountId == id && row.State == AssignmentState.Live && row.Hash != null).ToListAsync(cancel);
        return account is { ClosedAt: null } && AssignedSecret.HasForm(typed) ? live.Find(row => row.Until > now) : null;
    }

    /// <summary>Takes away whatever is on its way or has arrived, but for one; the caller saves it with what takes its place.</summary>
    internal static async Task VoidAsync(PortalDb db, string accountId, string? except, CancellationToken cancel)
    {
        var open = await db.Assignments.Where(row => row.AccountId == accountId && row.Id != except
            && (row.State == AssignmentState.Waiting || row.State == AssignmentState.Sending || row.State == AssignmentState.Live)).ToListAsync(cancel);
        open.ForEach(End);
    }

    /// <summary>Nothing of it works any more.</summary>
    internal static void End(AssignmentRow row) => (row.State, row.Hash, row.FirstHalfDigest, row.NextTryAt) = (AssignmentState.Void, null, null, null);
}
