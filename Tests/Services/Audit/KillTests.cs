using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Services.Audit;

/// <summary>
/// A process that appends is killed at a random moment: the chain verifies, and every append that it said was done is there.
/// <c>AUDIT_KILLS=50</c> in the environment kills more often.
/// </summary>
[Trait("clause", "C13")]
[Trait("pace", "thorough")]
public sealed class KillTests
{
    private const string Folder = "AUDIT_KILL_FOLDER";

    [Fact]
    public async Task After_a_kill_the_chain_verifies_and_every_acknowledged_append_is_there()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("AUDIT_KILLS") ?? "3", CultureInfo.InvariantCulture);
        await using var store = await AuditStore.MakeAsync();
        var (random, acknowledged) = (new Random(5), -1L);
        for (var kill = 0; kill < kills; kill++)
        {
            using var child = Child(store.Folder);
            using var ready = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var first = await child.StandardOutput.ReadLineAsync(ready.Token);
            while (first is not null && !first.StartsWith("done ", StringComparison.Ordinal))
                first = await child.StandardOutput.ReadLineAsync(ready.Token);
            await Task.Delay(random.Next(5, 150), TestContext.Current.CancellationToken);
            child.Kill();
            var said = (first + "\n" + await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n')[..^1];
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            var places = said.Where(line => line.StartsWith("done ", StringComparison.Ordinal)).Select(line => long.Parse(line.AsSpan(5), CultureInfo.InvariantCulture)).ToList();
            Assert.NotEmpty(places); // it was appending
            acknowledged = places.Append(acknowledged).Max();
            using (var connection = store.Open())
                Assert.True(StoredAudit.Size(connection) > acknowledged, $"entry {acknowledged} was acknowledged and is not there");
            Assert.True(await store.Signer.SignAsync(TestContext.Current.CancellationToken), store.Health.Finding?.ToString());
            Assert.Empty(store.Verify.Store().Findings);
        }
    }

    /// <summary>The process that is killed: this same test program, told by its environment to append until then.</summary>
    [Fact(Explicit = true)]
    public async Task Append_until_killed()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { } folder)
            return;
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "portal.db"), ForeignKeys = true, DefaultTimeout = 5 }.ToString();
        await using var log = new AuditLog(new SqliteStore(connection), TimeProvider.System);
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var one = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async caller =>
        {
            while (true)
            {
                var place = await log.AppendAsync(AuditStore.Read(caller), CancellationToken.None);
                await one.WaitAsync(CancellationToken.None);
                await output.WriteLineAsync($"done {place.ToString(CultureInfo.InvariantCulture)}");
                one.Release();
            }
        }));
    }

    private static Process Child(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        foreach (var argument in new[] { "-explicit", "only", "-method", $"*.{nameof(Append_until_killed)}", "-noColor" })
            start.ArgumentList.Add(argument);
        start.Environment[Folder] = folder;
        return Process.Start(start)!;
    }
}
