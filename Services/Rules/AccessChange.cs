using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>
/// How every act that changes access is done: decided on one state of the store, saved together with its audit line, and in force in this process
/// before the act returns. An act that was decided on a state which has moved meanwhile, on this node or another, is decided again.
/// </summary>
public sealed class AccessChange(IDbContextFactory<PortalDb> store, IAuditLog audit, LivePolicy live) : IDisposable
{
    private const int Tries = 100;

    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>Runs one act. A refused one changes nothing and leaves its audit line.</summary>
    /// <param name="entry">The line, but for its outcome.</param>
    /// <param name="act">Reads and changes through the context given; returns why not, or null.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="AuditUnavailableException">It could not be written down; nothing has changed.</exception>
    internal async Task<TRefusal?> RunAsync<TRefusal>(AuditEntry entry, Func<PortalDb, Task<TRefusal?>> act, CancellationToken cancel)
        where TRefusal : struct, Enum
    {
        await turn.WaitAsync(cancel);
        try
        {
            for (var left = Tries; ; left--)
            {
                await using var db = await store.CreateDbContextAsync(cancel);
                var revision = await db.AccessRevision.SingleAsync(cancel);
                if (await act(db) is { } why)
                {
                    await audit.AppendAsync(entry with { Allowed = false, Reason = why.ToString() }, cancel);
                    return why;
                }
                revision.Number++;
                try
                {
                    await audit.SaveAsync(db, entry with { Allowed = true }, cancel);
                }
                catch (DbUpdateConcurrencyException) when (left > 0)
                {
                    continue;
                }
                await live.RefreshAsync(CancellationToken.None);
                return null;
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
