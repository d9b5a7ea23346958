using System.Text;
using System.Text.Json;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>Checks a file that <see cref="DownloadLooks"/> made, with the public key alone.</summary>
public static class CheckLooks
{
    /// <summary>How many entries were proved, and the place of the first that was not; <c>null</c> entries when the checkpoint is not signed by the key.</summary>
    /// <exception cref="JsonException">The file is not one.</exception>
    public static (int? Proved, long? FirstBad) Check(byte[] file, string publicKeyPem)
    {
        using var key = CheckpointKey.ReadPublic(publicKeyPem);
        using var json = JsonDocument.Parse(file);
        var root = json.RootElement;
        if (Checkpoint.Parse(Encoding.UTF8.GetBytes(root.GetProperty("checkpoint").GetString()!)) is not { } checkpoint || !checkpoint.IsSignedBy(key))
            return (null, null);
        var proved = 0;
        foreach (var entry in root.GetProperty("entries").EnumerateArray())
        {
            var (sequence, bytes) = (entry.GetProperty("seq").GetInt64(), Encoding.UTF8.GetBytes(entry.GetProperty("entry").GetString()!));
            byte[][] proof = [.. entry.GetProperty("proof").EnumerateArray().Select(hash => hash.GetBytesFromBase64())];
            if (!InclusionProof.Holds(AuditHash.Leaf(bytes), sequence, checkpoint.Size, proof, checkpoint.Root))
                return (proved, sequence);
            proved++;
        }
        return (proved, null);
    }
}
