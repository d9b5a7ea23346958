using System.Text.Encodings.Web;
using System.Text.Json;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>
/// Every entry about the viewer's own record as a file to keep: the bytes that were hashed, and for each the proof that it stands in the log of the newest
/// signed checkpoint. With the public key anyone can check it, also years later and without the portal.
/// </summary>
[Enforces(Clauses.AccessByNeed, Clauses.Proactive)]
public sealed class DownloadLooks : IDisposable
{
    // the text of an entry stays readable in the file: its quotes are escaped, and nothing else
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StoreConnection store;
    private readonly CheckpointFiles checkpoints;
    private readonly CheckpointSigner signer;
    private readonly VerifyAudit keys;
    private readonly SemaphoreSlim one = new(1);

    internal DownloadLooks(StoreConnection store, CheckpointFiles checkpoints, CheckpointSigner signer, VerifyAudit keys) =>
        (this.store, this.checkpoints, this.signer, this.keys) = (store, checkpoints, signer, keys);

    /// <summary>The file, in memory; null when the account has no record of its own, or the log cannot be signed at this moment.</summary>
    public async Task<byte[]?> MakeAsync(Actor viewer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (WhoLookedList.OwnRecordOf(viewer) is not { } own)
            return null;
        await one.WaitAsync(cancel); // a proof reads the whole log: one at a time
        try
        {
            if (!await signer.SignAsync(cancel) || checkpoints.Newest() is not { } checkpoint)
                return null;
            return await Task.Run(() => Write(own, checkpoint), cancel);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private byte[] Write(PatientId own, Checkpoint checkpoint)
    {
        using var connection = store.Open();
        var entries = AuditMentions.About(connection, own.Value).Select(bytes => (AuditJson.Read(bytes).Sequence, Bytes: bytes)).Where(entry => entry.Sequence < checkpoint.Size).ToList();
        var proofs = InclusionProof.For(entries.Select(entry => entry.Sequence), checkpoint.Size, StoredAudit.Leaves(connection));
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Readable))
        {
            json.WriteStartObject();
            json.WriteString("about", "Who looked at your record. Each entry is exactly what was hashed; its proof leads, by RFC 9162 (SHA-256), to the root in the checkpoint, which is signed with the key below (ECDSA P-256).");
            json.WriteString("checkpoint", checkpoint.Text());
            json.WriteString("publicKey", keys.PublicKey());
            json.WriteStartArray("entries");
            foreach (var (sequence, bytes) in entries)
            {
                json.WriteStartObject();
                json.WriteNumber("seq", sequence);
                json.WriteString("entry", bytes);
                json.WriteStartArray("proof");
                proofs[sequence].ForEach(hash => json.WriteStringValue(Convert.ToBase64String(hash)));
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return file.ToArray();
    }
}
