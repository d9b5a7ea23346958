using System.Data.Common;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Signs what the log has become, after making sure that it still is what was signed before. The first time it verifies the whole log against every
/// checkpoint; from then on it takes the new rows only and reads some old ones again. History that changed is never signed, and turns the audit's
/// health red for good.
/// </summary>
/// <remarks>C13, C23. It keeps the tree's right edge in memory; a row of a million costs it 32 bytes in a thousand.</remarks>
[Enforces(Clauses.AccessByNeed, Clauses.Proactive)]
internal sealed class CheckpointSigner(StoreConnection store, AuditPlaces places, CheckpointFiles files, AuditHealth health, TimeProvider clock, ILogger<CheckpointSigner> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private readonly AuditTiles tiles = new();
    private AuditCheck? check;

    /// <summary>Entries that no checkpoint covers yet.</summary>
    internal long Unsigned()
    {
        using var connection = store.Open();
        return StoredAudit.Size(connection) - (health.Newest?.Size ?? 0);
    }

    /// <summary>Signs up to the last entry; false when it must not or cannot, and the health says why.</summary>
    internal async Task<bool> SignAsync(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            using var alone = await AloneAsync(cancel);
            if (alone is null)
                return false; // another node signs
            using var key = CheckpointKey.Open(places.SigningKey);
            var signed = Sign(key);
            using var connection = store.Open();
            AuditMentions.Fill(connection);
            return signed;
        }
        catch (Exception failed) when (failed is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            health.Failed();
            log.CannotSign(failed.GetType().Name);
            return false;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<IDisposable?> AloneAsync(CancellationToken cancel)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            if (store.TryAlone(nameof(CheckpointSigner)) is { } alone)
                return alone;
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancel);
        }
        return null;
    }

    private bool Sign(CheckpointKey key)
    {
        // before the store is read: what a checkpoint covers was in the store when it was made
        check ??= Begin(key);
        using (var publicKey = key.Public())
            check.Expect(files.LastSigned(), publicKey);
        using var connection = store.Open();
        using var snapshot = store.BeginSnapshot(connection);
        if (Finding(connection, check) is { } finding)
        {
            health.Changed(finding);
            log.HistoryChanged(finding.Fault);
            return false;
        }
        if (check.Tree.Size > check.Covered)
        {
            var checkpoint = Checkpoint.Sign(places.Origin, check.Tree.Size, check.Tree.Root(), clock.GetUtcNow(), key);
            files.Add(checkpoint);
            check.Signed(checkpoint);
            log.Signed(check.Tree.Size);
        }
        health.Good(check.Covered, clock.GetUtcNow());
        return true;
    }

    private AuditCheck Begin(CheckpointKey key)
    {
        IEnumerable<(string, Checkpoint?)> known = files.All();
        using var publicKey = key.Public();
        return new AuditCheck(files.HasLastSigned() ? known.Append(("last-signed", files.LastSigned())) : known, publicKey);
    }

    private AuditFinding? Finding(DbConnection connection, AuditCheck taken)
    {
        if (health.Finding is { } known)
            return known;
        if (StoredAudit.Size(connection) is var size && size < taken.Tree.Size)
            return AuditFinding.At(AuditFault.Truncated, size);
        var retirable = taken.Retirable(clock.GetUtcNow());
        if (tiles.FirstChanged(connection, retirable) is { } changed)
            return AuditFinding.At(AuditFault.NotWhatWasSigned, changed, Math.Min(changed + AuditTiles.Rows, taken.Tree.Size) - 1);
        foreach (var (sequence, entry, leaf) in StoredAudit.Rows(connection, taken.Tree.Size))
        {
            if (!taken.Add(sequence, entry, leaf, retirable))
                break;
            tiles.Add(taken.LastLeaf);
        }
        // a log that was never signed is not yet wrong
        return taken.Finish().Findings.FirstOrDefault(finding => finding.Fault != AuditFault.NoCheckpoint);
    }
}
