using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Evaluation;

/// <summary>An evaluation start that is not possible says why in one sentence, shows no passwords, makes nothing and leaves nothing running.</summary>
[Collection(JourneyTests.Name)]
public sealed class StartRefusalTests : IDisposable
{
    private readonly PortalFolder folder = new();

    [Fact]
    public async Task When_its_port_is_in_use()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await AssertRefusedAsync($"https://localhost:{port} is in use by another program", PortalFolder.Program, "--urls", $"https://localhost:{port}");
    }

    [Fact]
    public async Task When_the_file_for_the_accounts_cannot_be_written()
    {
        await AssertRefusedAsync("Evaluation:AccountsFile cannot be written", PortalFolder.Program, "--Evaluation:AccountsFile", Path.Combine(folder.Data, "no-such-folder", "accounts.json"));
        await AssertRefusedAsync("Evaluation:AccountsFile cannot be written", PortalFolder.Program, "--Evaluation:AccountsFile", folder.Temporary);
    }

    [Fact]
    public async Task When_the_data_directory_cannot_be_made()
    {
        var file = folder.Write("a-file", "");
        await AssertRefusedAsync("Portal:DataDirectory cannot be made", PortalFolder.Program, "--Portal:DataDirectory", Path.Combine(file, "data"));
    }

    [Fact]
    public async Task When_a_file_of_the_sample_people_is_missing_or_is_not_whole()
    {
        // the portal as it was built, by links: what is taken away here is taken away from this copy alone
        var copy = Path.Combine(folder.Temporary, "portal");
        using (var link = Process.Start("cp", ["-al", Path.GetDirectoryName(PortalFolder.Program)!, copy]))
            await link.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (program, sample) = (Path.Combine(copy, Path.GetFileName(PortalFolder.Program)), Path.Combine(copy, "record-system", "Samples", "synthea", "lean-davis.json"));
        File.Delete(sample);
        await AssertRefusedAsync("lean-davis.json is missing", program);
        await File.WriteAllTextAsync(sample, """{"resourceType":"Bundle","type":"transaction","entry":[{"res""", TestContext.Current.CancellationToken);
        await AssertRefusedAsync("The sample people could not be imported", program, made: 4);
    }

    public void Dispose() => folder.Dispose();

    private Task AssertRefusedAsync(string reason, string program, params string[] settings) => AssertRefusedAsync(reason, program, 0, settings);

    private async Task AssertRefusedAsync(string reason, string program, int made, params string[] settings)
    {
        var start = await PortalCommand.RunProgramAsync(program, "Development",
            ["--urls", $"https://localhost:{LoopbackPort.Free()}", "--Portal:DataDirectory", folder.Data, "--Evaluation:AccountsFile", folder.AccountsFile, .. settings], TestContext.Current.CancellationToken);
        Assert.Equal(1, start.ExitCode);
        Assert.Equal("The portal does not start:", start.Errors.Trim().Split('\n')[0]);
        Assert.Contains(reason, Assert.Single(start.Errors.Trim().Split('\n').Skip(1)), StringComparison.Ordinal);
        Assert.DoesNotContain("assigned password", start.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.AccountsFile));
        Assert.InRange(Directory.GetFileSystemEntries(folder.Data).Length, 0, made);
        Assert.Empty(ChildProcesses.Over(folder.Data));
    }
}
