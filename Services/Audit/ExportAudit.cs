using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Writes the log for verifiers outside: one entry a line, exactly the bytes that were hashed, and every checkpoint as it was signed. A log that is not
/// what was signed is exported all the same: it is the evidence.
/// </summary>
public sealed class ExportAudit
{
    private readonly StoreConnection store;
    private readonly CheckpointFiles files;
    private readonly CheckpointSigner signer;

    internal ExportAudit(StoreConnection store, CheckpointFiles files, CheckpointSigner signer) => (this.store, this.files, this.signer) = (store, files, signer);

    /// <summary>Writes into a folder that is new or empty, and says how many entries and checkpoints it wrote and whether all of them are signed.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="archive">The archive of the entries that were retired, when there are any: an export is whole.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="IOException">The folder holds something already, or cannot be written, or the archive is missing or another one.</exception>
    public async Task<(long Entries, int Checkpoints, bool Signed)> ToAsync(string folder, string? archive, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException("The folder is not empty.");
        var signed = await signer.SignAsync(cancel);
        // before the rows are read: a checkpoint made meanwhile would cover more than the export holds
        var checkpoints = files.All().ToList();
        long entries;
        await using var connection = await store.OpenAsync(cancel);
        await using (var rows = new FileStream(Path.Combine(folder, VerifyAudit.Rows), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
        {
            var retired = StoredAudit.Retired(connection);
            if (retired > 0)
                Copy(archive, retired, rows, cancel);
            entries = retired + AuditLines.Write(rows, StoredAudit.Rows(connection, retired), cancel);
        }
        foreach (var (name, _) in checkpoints)
            files.Copy(name, folder);
        return (entries, checkpoints.Count, signed);
    }

    private static void Copy(string? archive, long retired, FileStream rows, CancellationToken cancel)
    {
        if (archive is null)
            throw new IOException("The oldest entries are in an archive: name its folder.");
        using var old = new FileStream(Path.Combine(archive, VerifyAudit.Rows), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (new AuditLines(old).CopyTo(rows, cancel) != retired)
            throw new IOException("The archive holds other entries than were retired.");
    }
}
