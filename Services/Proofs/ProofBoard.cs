using System.Collections.Immutable;
using System.Diagnostics;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Proofs;

/// <summary>
/// The latest result of every probe, as one immutable list (C23). A probe that fails or takes too long is not measured. One that is expensive is asked
/// less often: no probe takes more than a twentieth of the time.
/// </summary>
[Enforces(Clauses.Proactive)]
public sealed class ProofBoard(IEnumerable<IProbe> probes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private const int ShareOfTime = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<IProbe> probes = [.. probes];
    private readonly Dictionary<ProbeName, DateTimeOffset> due = [];
    private readonly SemaphoreSlim one = new(1);
    private ImmutableArray<Proof> latest = [];

    /// <summary>In the order of the clauses; empty until the first round is over.</summary>
    public IReadOnlyList<Proof> Latest => latest;

    /// <summary>How a clause stands: red when any of its probes is, kept only when all of them say so.</summary>
    public ProofState StateOf(string clause)
    {
        var states = latest.Where(proof => proof.Clause == clause).Select(proof => proof.State).ToList();
        return states.Contains(ProofState.NotKept) ? ProofState.NotKept
            : states.Count == 0 || states.Contains(ProofState.NotMeasured) ? ProofState.NotMeasured : ProofState.Kept;
    }

    /// <summary>Asks every probe that is due.</summary>
    public async Task MeasureAsync(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            foreach (var probe in probes.Where(probe => !due.TryGetValue(probe.Name, out var at) || at <= clock.GetUtcNow()))
                await MeasureAsync(probe, cancel);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task MeasureAsync(IProbe probe, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        Measured measured;
        try
        {
            measured = await probe.MeasureAsync(deadline.Token).WaitAsync(Patience, cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // nothing is known about what a failed probe was to look at
            measured = Measured.Not;
        }
        var at = clock.GetUtcNow();
        due[probe.Name] = at + Stopwatch.GetElapsedTime(began) * ShareOfTime;
        var before = latest.FirstOrDefault(proof => proof.Name == probe.Name);
        var proof = new Proof(probe.Name, probe.Clause, measured.State, measured.Figures, at, before?.State == measured.State ? before.Since : at);
        latest = [.. latest.Where(other => other.Name != probe.Name).Append(proof).OrderBy(other => other.Name)];
    }
}
