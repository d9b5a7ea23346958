using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Operations;

/// <summary>
/// <c>restore FOLDER</c>: puts a backup into an empty data directory, brings it to this version's schema, ends every session and verifies the audit. Nothing is
/// written over, so the data of a running portal cannot be hit.
/// </summary>
internal static class RestoreCommand
{
    internal static Command Restore()
    {
        var folder = new Argument<string>("folder") { Description = "A folder that backup has made." };
        var restore = new Command("restore", "Put a backup into an empty data directory and verify its audit.") { folder };
        restore.TreatUnmatchedTokensAsErrors = false;
        restore.SetAction((parsed, cancel) => RunAsync(Path.GetFullPath(parsed.GetValue(folder)!), [.. parsed.UnmatchedTokens], cancel));
        return restore;
    }

    private static async Task<int> RunAsync(string folder, string[] settings, CancellationToken cancel)
    {
        var configuration = WebApplication.CreateBuilder(settings).Configuration;
        var (manifest, problem) = BackupManifest.Read(folder);
        if (manifest is null)
            return Refused(problem!);
        if (!DataDirectory.KeepsStore(configuration))
            return Refused("the store is in PostgreSQL, which is restored with pg_restore: see docs/operations.md.");
        if (!PrivateFiles.IsEmpty(DataDirectory.PathIn(configuration)))
            return Refused("Portal:DataDirectory is not empty. Restore into a new one; the data of a running portal is never written over.");
        var data = new DataDirectory(configuration);
        var audit = data.Audit(configuration);
        if (File.Exists(audit.SigningKey) || !PrivateFiles.IsEmpty(audit.Checkpoints))
            return Refused("there is an audit key or a checkpoint where Audit:SigningKey and Audit:CheckpointDirectory say.");
        try
        {
            Say.Progress("Restoring", progress => Copy(folder, manifest, name => Place(name, configuration, data, audit), progress));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Refused($"{failed.Message} Empty the data directory before you try again.");
        }
        return await PortalAt.CommandAsync(settings, services => FinishAsync(services, manifest, cancel), cancel);
    }

    // the store last: a directory in which restoring broke off has none
    private static void Copy(string folder, BackupManifest manifest, Func<string, string?> place, Action<double> progress)
    {
        var (all, done) = (Math.Max(1, manifest.Files.Sum(file => file.Size)), 0L);
        foreach (var file in manifest.Files.OrderBy(file => file.Name == BackupCommand.Store))
        {
            if (place(file.Name) is { } to)
                PrivateFiles.Copy(Path.Combine(folder, file.Name), to);
            done += file.Size;
            progress(done / (double)all);
        }
    }

    private static string? Place(string name, IConfiguration configuration, DataDirectory data, AuditPlaces audit) => name.Split('/') switch
    {
        [BackupCommand.Store] => DataDirectory.StoreIn(configuration),
        [BackupCommand.SigningKey] => audit.SigningKey,
        [BackupCommand.LastSigned] => audit.LastSigned,
        [BackupCommand.Checkpoints, var file] => Path.Combine(audit.Checkpoints, file),
        [BackupCommand.Keys, var file] => Path.Combine(data.Keys, file),
        _ => null,
    };

    private static async Task<int> FinishAsync(IServiceProvider services, BackupManifest manifest, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancel);
        // what was ended after the backup would be alive again
        var now = TimeProvider.System.GetUtcNow();
        await db.Sessions.Where(session => session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now).SetProperty(session => session.Ended, SessionEnd.Revoked), cancel);
        var report = services.GetRequiredService<VerifyAudit>().Store(cancel);
        foreach (var finding in report.Findings)
            Console.WriteLine($"  {AuditSentences.Say(finding)}");
        Console.WriteLine(FormattableString.Invariant($"Restored: {manifest.Files.Count} files of {manifest.Made:yyyy-MM-dd HH:mm} UTC; every session is over. Audit {(report.Passed ? "PASS" : "FAIL")}: {report.Entries} entries, {report.Covered} signed."));
        return report.Passed ? 0 : 1;
    }

    private static int Refused(string why)
    {
        Console.Error.WriteLine($"Nothing was restored: {why}");
        return 1;
    }
}
