using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.App.Startup;

/// <summary>The audit at the command line: export it, verify an export with the public key alone, verify the live store, print the public key.</summary>
internal static class AuditCommands
{
    internal static Command Audit() => new("audit", "The audit log: export, verify, retire what is older than six years, public key.") { Export(), Verify(), Retire(), CheckDownload(), PublicKey() };

    private static Command Export()
    {
        var folder = new Argument<string?>("folder") { Description = "A new or empty folder.", Arity = ArgumentArity.ZeroOrOne };
        var fhir = new Option<string?>("--fhir") { Description = "Instead of the folder, a new file: the log as FHIR R4 AuditEvents, one a line (NDJSON)." };
        var archive = new Option<string?>("--archive") { Description = "The archive of what was retired, when anything was." };
        var export = new Command("export", "Write the log and its signed checkpoints for verifiers outside, or as FHIR AuditEvents.") { folder, fhir, archive };
        export.TreatUnmatchedTokensAsErrors = false;
        export.SetAction((parsed, cancel) =>
        {
            if (parsed.GetValue(fhir) is { } file)
            {
                // the first setting stands where the folder would
                return PortalAt.CommandAsync([.. new[] { parsed.GetValue(folder) }.OfType<string>(), .. parsed.UnmatchedTokens], async services =>
                {
                    Console.WriteLine($"Exported {Count(await services.GetRequiredService<ExportAuditEvents>().ToAsync(file, cancel))} AuditEvents.");
                    return 0;
                }, cancel);
            }
            if (parsed.GetValue(folder) is { } place && !place.StartsWith("--", StringComparison.Ordinal))
                return ExportAsync(place, parsed.GetValue(archive), [.. parsed.UnmatchedTokens], cancel);
            Console.Error.WriteLine("Name a folder, or a file with --fhir FILE.");
            return Task.FromResult(2);
        });
        return export;
    }

    private static Task<int> ExportAsync(string folder, string? archive, string[] settings, CancellationToken cancel) =>
        PortalAt.CommandAsync(settings, async services =>
        {
            var (entries, checkpoints, signed) = await services.GetRequiredService<ExportAudit>().ToAsync(folder, archive, cancel);
            Console.WriteLine($"Exported {Count(entries)} entries and {Count(checkpoints)} checkpoints.");
            if (!signed)
                await Console.Error.WriteLineAsync("The newest entries are not signed: the log is not what was signed before, or the key cannot be used. Run 'audit verify'.");
            return signed ? 0 : 1;
        }, cancel);

    private static Command Verify()
    {
        var folder = new Argument<string?>("folder") { Description = "An exported folder; without it the live store is verified.", Arity = ArgumentArity.ZeroOrOne };
        var key = new Option<string?>("--key") { Description = "The log's public key (PEM); needed for a folder." };
        var since = new Option<string?>("--since") { Description = "A checkpoint kept from an earlier day: the log must still hold all that it covers." };
        var verify = new Command("verify", "Verify an export offline, or the live store. Exit code 0 only when everything is right.") { folder, key, since };
        verify.TreatUnmatchedTokensAsErrors = false;
        verify.SetAction((parsed, cancel) =>
        {
            // the first setting stands where the folder would
            var first = parsed.GetValue(folder);
            if (first is not { } exported || exported.StartsWith("--", StringComparison.Ordinal))
                return PortalAt.CommandAsync([.. new[] { first }.OfType<string>(), .. parsed.UnmatchedTokens], services => Task.FromResult(Say(services.GetRequiredService<VerifyAudit>().Store())), cancel);
            return Task.FromResult(Offline(exported, parsed.GetValue(key), parsed.GetValue(since)));
        });
        return verify;
    }

    private static Command Retire()
    {
        var archive = new Argument<string>("archive") { Description = "A new or empty folder the first time, the same one ever after." };
        var retire = new Command("retire", "Move entries of more than six years into an archive, by whole signed stretches.") { archive };
        retire.TreatUnmatchedTokensAsErrors = false;
        retire.SetAction((parsed, cancel) => PortalAt.CommandAsync([.. parsed.UnmatchedTokens], async services =>
        {
            try
            {
                var (archived, fresh) = await services.GetRequiredService<RetireAudit>().ToAsync(parsed.GetValue(archive)!, cancel);
                Console.WriteLine(fresh == 0 ? "Nothing is older than six years." : $"{Count(fresh)} entries were moved; the archive holds {Count(archived)}.");
                return 0;
            }
            catch (InvalidDataException refused)
            {
                await Console.Error.WriteLineAsync(refused.Message);
                return 1;
            }
        }, cancel));
        return retire;
    }

    private static Command CheckDownload()
    {
        var file = new Argument<FileInfo>("file") { Description = "A member's download of who looked." };
        var key = new Option<FileInfo>("--key") { Description = "The log's public key (PEM).", Required = true };
        var check = new Command("check-download", "Check a member's download of who looked, offline.") { file, key };
        check.SetAction(parsed =>
        {
            var (proved, bad) = CheckLooks.Check(File.ReadAllBytes(parsed.GetValue(file)!.FullName), File.ReadAllText(parsed.GetValue(key)!.FullName));
            Console.WriteLine(proved is null ? "FAIL: the checkpoint is not signed by this key."
                : bad is not null ? $"FAIL: entry {bad} is not in the signed log." : $"PASS: {Count(proved.Value)} entries stand in the signed log.");
            return proved is not null && bad is null ? 0 : 1;
        });
        return check;
    }

    private static Command PublicKey()
    {
        var print = new Command("public-key", "Print the key that verifiers need (PEM).");
        print.TreatUnmatchedTokensAsErrors = false;
        print.SetAction((parsed, cancel) => PortalAt.CommandAsync([.. parsed.UnmatchedTokens], services =>
        {
            Console.Write(services.GetRequiredService<VerifyAudit>().PublicKey());
            return Task.FromResult(0);
        }, cancel));
        return print;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever makes verification impossible is one answer: not verified.")]
    private static int Offline(string folder, string? key, string? since)
    {
        if (key is null)
        {
            Console.Error.WriteLine("A folder is verified with the log's public key: --key PUB.pem");
            return 2;
        }
        try
        {
            return Say(VerifyAudit.Folder(folder, File.ReadAllText(key), since));
        }
        catch (Exception failed)
        {
            Console.Error.WriteLine($"Not verified: the folder or the key cannot be read ({failed.GetType().Name}).");
            return 2;
        }
    }

    private static int Say(AuditReport report)
    {
        foreach (var finding in report.Findings)
            Console.WriteLine($"  {AuditSentences.Say(finding)}");
        Console.WriteLine($"{(report.Passed ? "PASS" : "FAIL")}: {Count(report.Entries)} entries read, {Count(report.Checkpoints)} checkpoints, {Count(report.Covered)} entries signed.");
        return report.Passed ? 0 : 1;
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
