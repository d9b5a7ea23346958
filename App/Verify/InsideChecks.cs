using System.Data.Common;
using PrivacyPortal.App.Memory;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Members;

namespace PrivacyPortal.App.Verify;

/// <summary>What only the server itself can see, with the settings that the portal runs with. The same probes as on the page, and the files around them.</summary>
internal static class InsideChecks
{
    private static readonly ProbeName[] Meant = [ProbeName.Secrets, ProbeName.StoreColumns, ProbeName.Disk, ProbeName.Notices, ProbeName.Audit];

    internal static async Task<IReadOnlyList<Finding>> RunAsync(IServiceProvider services, IConfiguration settings, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var probe in services.GetServices<IProbe>().Where(probe => Meant.Contains(probe.Name)))
            findings.Add(await MeasureAsync(probe, cancel));
        var data = new DataDirectory(settings);
        if (!OperatingSystem.IsWindows())
        {
            // a closed folder closes what lies in it, whatever the files themselves say
            var shared = new[] { data.Path, data.Keys }.Count(IsOthers);
            findings.Add(Say(Clauses.NotStored, "only the portal's user may open its data folder and keys", shared == 0, $"{shared} open to others"));
        }
        findings.Add(Say(Clauses.NothingWrittenDown, "keys are files outside the database", Directory.EnumerateFiles(data.Keys).Any(), "keys folder read"));
        var dumps = Environment.GetEnvironmentVariable("DOTNET_DbgEnableMiniDump") is not "1";
        findings.Add(Say(Clauses.NotStored, "the runtime writes no dump when it crashes", dumps, dumps ? "not asked for" : "DOTNET_DbgEnableMiniDump is 1"));
        var weaknesses = MemoryProtection.Weaknesses();
        foreach (var weakness in Enum.GetValues<ForgettingWeakness>())
        {
            var weak = weaknesses.Contains(weakness);
            findings.Add(Say(weakness is ForgettingWeakness.DumpsPossible or ForgettingWeakness.MaySwap ? Clauses.NotStored : Clauses.OnlyWhileViewing,
                $"forgetting: {weakness}", !weak, weak ? "weaker here" : "not so here"));
        }
        // an evaluation has made-up settings: what is missing of a plan's own is said, and is red
        var problems = SettingsCheck.Problems(settings, evaluation: false);
        findings.Add(Say(Clauses.Proactive, "settings are complete for service", problems.Count == 0, $"{problems.Count} problems"));
        return findings;
    }

    private static async Task<Finding> MeasureAsync(IProbe probe, CancellationToken cancel)
    {
        try
        {
            var measured = await probe.MeasureAsync(cancel);
            return new(probe.Clause, probe.Name.ToString(), measured.State switch
            {
                ProofState.Kept => Verdict.Pass,
                ProofState.NotKept => Verdict.Fail,
                ProofState.NotMeasured => Verdict.NotChecked,
            }, string.Join(", ", measured.Figures));
        }
        catch (Exception failed) when (failed is IOException or DbException or InvalidOperationException or UnauthorizedAccessException)
        {
            return new(probe.Clause, probe.Name.ToString(), Verdict.NotChecked, failed.GetType().Name);
        }
    }

    private static bool IsOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path)
        & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)) != 0;

    private static Finding Say(string clause, string check, bool passed, string seen) => new(clause, check, passed ? Verdict.Pass : Verdict.Fail, seen);
}
