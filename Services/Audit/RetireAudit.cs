using System.Data.Common;
using System.Globalization;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Moves entries of more than six years into an archive, by whole signed stretches: written there, flushed and verified first, and only then taken out of
/// the store, in one transaction with the entry that says so. The archive is an export of the log's beginning, which verifiers outside can check.
/// </summary>
[Enforces(Clauses.Proactive)]
public sealed class RetireAudit
{
    private readonly StoreConnection store;
    private readonly CheckpointFiles files;
    private readonly VerifyAudit verify;
    private readonly TimeProvider clock;

    internal RetireAudit(StoreConnection store, CheckpointFiles files, VerifyAudit verify, TimeProvider clock) =>
        (this.store, this.files, this.verify, this.clock) = (store, files, verify, clock);

    /// <summary>How many entries the archive holds now and how many of them are new. Zero new: nothing is old enough, and nothing was touched.</summary>
    /// <param name="archive">An empty or new folder the first time, and the same one ever after.</param>
    /// <param name="cancel">Stops before the store is touched.</param>
    /// <exception cref="InvalidDataException">The log or the archive is not what was signed, or the archive is another one. Nothing was taken out.</exception>
    public async Task<(long Archived, long New)> ToAsync(string archive, CancellationToken cancel)
    {
        if (!verify.Store(cancel).Passed)
            throw new InvalidDataException("The log does not verify: run 'audit verify'.");
        await using var connection = await store.OpenAsync(cancel);
        var (retired, until) = (StoredAudit.Retired(connection), verify.Retirable());
        if (until <= retired)
            return (retired, 0);
        Directory.CreateDirectory(archive);
        var held = Held(archive);
        // more than is retired: an earlier run wrote the archive and was ended before it touched the store
        if (held < retired || held > until)
            throw new InvalidDataException("This is not the archive of what was retired before.");
        Write(connection, archive, held, until, cancel);
        if (Held(archive) != until)
            throw new InvalidDataException("The archive could not be written as it has to be.");
        TakeOut(connection, until);
        return (until, until - retired);
    }

    private long Held(string archive)
    {
        if (!Directory.EnumerateFileSystemEntries(archive).Any())
            return 0;
        if (!File.Exists(Path.Combine(archive, VerifyAudit.Rows)) || VerifyAudit.Folder(archive, verify.PublicKey()) is not { Passed: true } report || report.Covered != report.Entries)
            throw new InvalidDataException("The archive does not verify.");
        return report.Entries;
    }

    private void Write(DbConnection connection, string archive, long held, long until, CancellationToken cancel)
    {
        using (var rows = new FileStream(Path.Combine(archive, VerifyAudit.Rows), FileMode.Append, FileAccess.Write, FileShare.None, 1 << 16))
        {
            AuditLines.Write(rows, StoredAudit.Rows(connection, held, until - held), cancel);
            rows.Flush(flushToDisk: true);
        }
        foreach (var (name, checkpoint) in files.All())
        {
            if (checkpoint is { } signed && signed.Size > held && signed.Size <= until)
                files.Copy(name, archive);
        }
    }

    // The store refuses every change of an entry; here, and nowhere else, that is lifted, for the length of one transaction.
    private void TakeOut(DbConnection connection, long until)
    {
        using var transaction = connection.BeginTransaction();
        store.HoldLog(transaction);
        var end = AuditRows.End(transaction); // it may be among what goes
        var putBack = store.LiftNeverChanged(transaction);
        using var update = connection.Command($"UPDATE \"Audit\" SET \"Entry\" = @nothing WHERE \"Sequence\" < @until AND {RetiredEntries.StillThere}", transaction)
            .With("@nothing", RetiredEntries.Nothing.ToArray()).With("@until", until);
        update.CommandTimeout = 600;
        update.ExecuteNonQuery();
        putBack();
        using var insert = AuditRows.Insert(connection, transaction);
        var entry = new AuditEntry(AuditAct.AuditRetired, Allowed: true) { Target = until.ToString(CultureInfo.InvariantCulture) };
        AuditRows.Append(insert, end, [entry], clock.GetUtcNow());
        transaction.Commit();
    }
}
