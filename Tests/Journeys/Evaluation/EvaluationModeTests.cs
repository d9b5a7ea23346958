using System.Diagnostics;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Evaluation;

/// <summary>Evaluation mode starts a record system of its own, ends it however the portal ends, and keeps its accounts from one start to the next.</summary>
[Collection(JourneyTests.Name)]
public sealed class EvaluationModeTests
{
    [Fact]
    public async Task The_record_system_ends_with_the_portal_and_when_it_is_killed_and_accounts_stay()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new PortalFolder();
        await using var browsers = await Browsers.StartAsync();
        IReadOnlyList<PortalAccount> accounts;
        await using (var first = await PortalProcess.StartAsync(folder, cancel, PortalProcess.Patience))
        {
            accounts = first.Accounts;
            Assert.Equal(20, accounts.Count);
            Assert.All(accounts, account => Assert.Contains(account.AssignedPassword, first.Log, StringComparison.Ordinal));
            var child = Assert.Single(ChildProcesses.ServingFrom(folder.RecordDatabase));
            await using var visitor = await browsers.VisitorAsync(first);
            await visitor.SignInFirstAsync(first.Account("member-6"));
            first.Kill();
            await EndsAsync(child, cancel);
        }
        File.Delete(folder.AccountsFile);

        await using var second = await PortalProcess.StartAsync(folder, cancel, PortalProcess.Patience);
        Assert.Contains("The evaluation accounts exist already", second.Log, StringComparison.Ordinal);
        Assert.Empty(second.Accounts);
        Assert.All(accounts, account => Assert.DoesNotContain(account.AssignedPassword, second.Log, StringComparison.Ordinal));
        var again = Assert.Single(ChildProcesses.ServingFrom(folder.RecordDatabase));
        await using var returned = await browsers.VisitorAsync(second);
        await returned.SignInAgainAsync("member-6");
        await returned.ShownAsync();
        await second.StopAsync(cancel);
        await EndsAsync(again, cancel);
    }

    [Fact, Trait("clause", "C1")]
    public async Task In_production_a_start_without_settings_says_what_is_missing_and_listens_to_nothing()
    {
        using var folder = new PortalFolder();
        var port = LoopbackPort.Free();
        var start = await PortalCommand.RunAsync("Production", TestContext.Current.CancellationToken, "--urls", $"https://localhost:{port}", "--Portal:DataDirectory", folder.Data);
        Assert.NotEqual(0, start.ExitCode);
        foreach (var setting in (string[])["Plan:Name", "Plan:LegalName", "Plan:Telephone", "Plan:Post", "Plan:Email", "Records:BaseUrl", "Records:Auth:Bearer", "Kestrel:Certificates:Default", "Portal:KeyRing:Path"])
            Assert.Single(start.Errors.Split('\n'), line => line.TrimStart().StartsWith($"- {setting} ", StringComparison.Ordinal));
        Assert.Empty(start.Output.Trim());
        Assert.Empty(Directory.GetFileSystemEntries(folder.Data));
        Assert.Empty(ChildProcesses.ServingFrom(folder.RecordDatabase));
    }

    private static async Task EndsAsync(int child, CancellationToken cancel)
    {
        for (var patience = Stopwatch.StartNew(); ChildProcesses.Lives(child); await Task.Delay(50, cancel))
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(5), "The record system outlives its portal.");
    }
}
