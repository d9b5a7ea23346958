using System.Diagnostics;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Audit;

[Trait("clause", "C23")]
public sealed class ExportTests
{
    [Fact]
    public async Task An_export_verifies_with_the_public_key_alone()
    {
        await using var store = await AuditStore.MakeAsync();
        var folder = await ExportAsync(store);
        var report = VerifyAudit.Folder(folder, store.Verify.PublicKey());
        Assert.Equal((true, 260, 3, 260), (report.Passed, report.Entries, report.Checkpoints, report.Covered));
        Assert.True(store.Verify.Store().Passed);
    }

    [Fact]
    public async Task A_verifier_written_by_others_in_another_language_passes_it_too()
    {
        var verifier = RepositoryRoot.File("Tests", "Services", "Audit", "verify_export.py");
        Assert.SkipUnless(Runs("python3", "--version") && Runs("openssl", "version"), "python3 and openssl are needed for this check.");
        await using var store = await AuditStore.MakeAsync();
        var folder = await ExportAsync(store);
        var key = Path.Combine(store.Folder, "pub.pem");
        await File.WriteAllTextAsync(key, store.Verify.PublicKey(), TestContext.Current.CancellationToken);
        Assert.True(Runs("python3", verifier, folder, key));
        var rows = await File.ReadAllBytesAsync(Path.Combine(folder, "audit.ndjson"), TestContext.Current.CancellationToken);
        rows[rows.AsSpan().IndexOf("Member"u8)] = (byte)'m';
        await File.WriteAllBytesAsync(Path.Combine(folder, "audit.ndjson"), rows, TestContext.Current.CancellationToken);
        Assert.False(Runs("python3", verifier, folder, key));
    }

    [Fact]
    public async Task An_export_goes_only_into_an_empty_folder()
    {
        await using var store = await AuditStore.MakeAsync();
        await Assert.ThrowsAsync<IOException>(() => store.Export.ToAsync(store.Folder, null, TestContext.Current.CancellationToken));
    }

    private static async Task<string> ExportAsync(AuditStore store)
    {
        foreach (var entries in new[] { 100, 90, 70 })
        {
            await store.AppendAsync(entries);
            Assert.True(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
        }
        var folder = Path.Combine(store.Folder, "export");
        Assert.Equal((260, 3, true), await store.Export.ToAsync(folder, null, TestContext.Current.CancellationToken));
        return folder;
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
