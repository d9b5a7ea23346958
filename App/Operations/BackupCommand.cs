using System.CommandLine;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.App.Operations;

/// <summary><c>backup FOLDER</c>: the store, the audit's checkpoints and the keys of a portal that may go on serving, into a new folder.</summary>
internal static class BackupCommand
{
    internal const string Store = "store.db";
    internal const string Keys = "keys";
    internal const string Checkpoints = "checkpoints";
    internal const string SigningKey = "audit-signing.pem";
    internal const string LastSigned = "audit-last-signed";

    internal static Command Backup()
    {
        var folder = new Argument<string>("folder") { Description = "A new or empty folder, on another disk." };
        var backup = new Command("backup", "Copy the store, the keys and the audit's checkpoints while the portal serves.") { folder };
        backup.TreatUnmatchedTokensAsErrors = false;
        backup.SetAction((parsed, _) => Task.FromResult(Run(Path.GetFullPath(parsed.GetValue(folder)!), WebApplication.CreateBuilder([.. parsed.UnmatchedTokens]).Configuration)));
        return backup;
    }

    private static int Run(string folder, IConfiguration configuration)
    {
        var store = DataDirectory.StoreIn(configuration);
        if (!DataDirectory.KeepsStore(configuration) || !File.Exists(store))
            return Refused("there is no SQLite store in Portal:DataDirectory. A store in PostgreSQL is backed up with pg_dump: see docs/operations.md.");
        if (!PrivateFiles.IsEmpty(folder))
            return Refused("the folder is not empty, and nothing is written over.");
        try
        {
            PrivateFiles.MakeFolder(folder);
            var data = new DataDirectory(configuration);
            Say.Progress("Copying the store", progress => Copy(folder, store, data, data.Audit(configuration), progress));
            BackupManifest.Write(folder, TimeProvider.System.GetUtcNow());
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            return Refused($"{failed.Message} What is in the folder is no backup.");
        }
        Console.WriteLine("The backup is whole. The certificate of Portal:KeyRing is not in it: keep that elsewhere, or second factors are lost with it.");
        return 0;
    }

    // Checkpoints before the store, so that it has all that they cover; sealing keys after it, so that they open all that it has.
    private static void Copy(string folder, string store, DataDirectory data, AuditPlaces audit, Action<double> progress)
    {
        CopyIfThere(audit.LastSigned, Path.Combine(folder, LastSigned));
        if (Directory.Exists(audit.Checkpoints))
        {
            foreach (var file in Directory.EnumerateFiles(audit.Checkpoints).Where(file => !file.EndsWith(".new", StringComparison.Ordinal)))
                PrivateFiles.Copy(file, Path.Combine(folder, Checkpoints, Path.GetFileName(file)));
        }
        PrivateFiles.Write(Path.Combine(folder, Store), []);
        StoreCopy.Make(store, Path.Combine(folder, Store), progress);
        CopyIfThere(audit.SigningKey, Path.Combine(folder, SigningKey));
        foreach (var file in Directory.EnumerateFiles(data.Keys).Where(file => file != audit.SigningKey && file != audit.LastSigned))
            PrivateFiles.Copy(file, Path.Combine(folder, Keys, Path.GetFileName(file)));
    }

    private static void CopyIfThere(string from, string to)
    {
        if (File.Exists(from))
            PrivateFiles.Copy(from, to);
    }

    private static int Refused(string why)
    {
        Console.Error.WriteLine($"No backup was made: {why}");
        return 1;
    }
}
