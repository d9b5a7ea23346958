using System.Security.Cryptography;
using System.Text.Json;

namespace PrivacyPortal.App.Operations;

/// <summary>What a backup holds, written last: a folder without it is no backup, and a file that is not as it says is refused.</summary>
internal sealed record BackupManifest(DateTimeOffset Made, string Version, IReadOnlyList<BackupFile> Files)
{
    internal const string Name = "backup.json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static void Write(string folder, DateTimeOffset now)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new BackupFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), new FileInfo(file).Length, Digest(file))).ToList();
        var manifest = new BackupManifest(now, typeof(BackupManifest).Assembly.GetName().Version?.ToString(3) ?? "", files);
        PrivateFiles.Write(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(manifest, Form));
    }

    /// <summary>The manifest, or the sentence that says why there is nothing to restore.</summary>
    internal static (BackupManifest? Manifest, string? Problem) Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Name)))
            return (null, "the folder is no backup, or one that was not finished: there is no backup.json.");
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(Path.Combine(folder, Name)), Form);
        }
        catch (JsonException)
        {
            manifest = null;
        }
        if (manifest?.Files is not { Count: > 0 } files || files.Any(file => file.Name.Split('/').Contains("..") || Path.IsPathRooted(file.Name)))
            return (null, "its backup.json cannot be read.");
        return files.FirstOrDefault(file => !file.IsIn(folder)) is { } bad ? (null, $"{bad.Name} is not as it was when the backup was made.") : (manifest, null);
    }

    internal static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}

/// <summary>One file of a backup.</summary>
internal sealed record BackupFile(string Name, long Size, string Sha256)
{
    internal bool IsIn(string folder) => new FileInfo(Path.Combine(folder, Name)) is { Exists: true } file && file.Length == Size && BackupManifest.Digest(file.FullName) == Sha256;
}
