using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>Verifies the log: an export with nothing but the public key, or the live store with the portal's own.</summary>
[Enforces(Clauses.Proactive)]
public sealed class VerifyAudit
{
    internal const string Rows = "audit.ndjson";

    private readonly StoreConnection store;
    private readonly AuditPlaces places;
    private readonly CheckpointFiles files;
    private readonly TimeProvider clock;

    internal VerifyAudit(StoreConnection store, AuditPlaces places, CheckpointFiles files, TimeProvider clock) =>
        (this.store, this.places, this.files, this.clock) = (store, places, files, clock);

    /// <summary>Verifies an exported folder. <paramref name="olderCheckpoint"/> is one kept from an earlier day: the log must still hold all that it covers.</summary>
    /// <exception cref="ArgumentException">The public key is not one.</exception>
    public static AuditReport Folder(string folder, string publicKeyPem, string? olderCheckpoint = null)
    {
        using var key = CheckpointKey.ReadPublic(publicKeyPem);
        var checkpoints = CheckpointFiles.In(folder);
        if (olderCheckpoint is not null)
            checkpoints = checkpoints.Append((Path.GetFileName(olderCheckpoint), Checkpoint.Parse(File.ReadAllBytes(olderCheckpoint))));
        var check = new AuditCheck(checkpoints, key);
        using var stream = new FileStream(Path.Combine(folder, Rows), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var lines = new AuditLines(stream);
        while (lines.Next(out var line) && check.Add(line))
        {
        }
        return check.Finish();
    }

    /// <summary>Verifies the store that the portal runs on, its stored hashes and every checkpoint it has made.</summary>
    /// <param name="cancel">Stops reading: a long log is not read on for nobody.</param>
    public AuditReport Store(CancellationToken cancel = default)
    {
        using var key = CheckpointKey.Open(places.SigningKey);
        using var publicKey = key.Public();
        var check = new AuditCheck([.. files.All()], publicKey);
        using var connection = store.Open();
        var retirable = check.Retirable(clock.GetUtcNow());
        foreach (var (sequence, entry, leaf) in StoredAudit.Rows(connection, 0))
        {
            cancel.ThrowIfCancellationRequested();
            if (!check.Add(sequence, entry, leaf, retirable))
                break;
        }
        var report = check.Finish();
        return AuditMentions.FirstMissing(connection) is { } hidden
            ? report with { Findings = [.. report.Findings, AuditFinding.At(AuditFault.NotIndexed, hidden)] } : report;
    }

    /// <summary>How many rows, from the first, were signed six years ago or earlier.</summary>
    internal long Retirable()
    {
        using var key = CheckpointKey.Open(places.SigningKey);
        using var publicKey = key.Public();
        return new AuditCheck([.. files.All()], publicKey).Retirable(clock.GetUtcNow());
    }

    /// <summary>The key that verifiers outside need, in PEM form.</summary>
    public string PublicKey()
    {
        using var key = CheckpointKey.Open(places.SigningKey);
        return key.PublicPem();
    }
}
