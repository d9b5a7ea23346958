using System.Diagnostics.Metrics;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.App.Proofs;

/// <summary>The proofs as the meter <c>PrivacyPortal.Proofs</c>, one reading a probe: 1 kept, 0 not kept, -1 not measured. Nothing about anyone.</summary>
internal sealed class ProofMeter : IHostedService
{
    public ProofMeter(IMeterFactory meters, ProofBoard board, TimeProvider clock)
    {
        var meter = meters.Create("PrivacyPortal.Proofs");
        meter.CreateObservableGauge("portal.proof.state", () => board.Latest.Select(proof => new Measurement<int>(Say(proof.State), Tags(proof))), description: "1 kept, 0 not kept, -1 not measured.");
        meter.CreateObservableGauge("portal.proof.age", () => board.Latest.Select(proof => new Measurement<double>((clock.GetUtcNow() - proof.At).TotalSeconds, Tags(proof))), "s", "Time since it was measured.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static int Say(ProofState state) => state switch
    {
        ProofState.Kept => 1,
        ProofState.NotKept => 0,
        ProofState.NotMeasured => -1,
    };

    private static KeyValuePair<string, object?>[] Tags(Proof proof) => [new("clause", proof.Clause), new("probe", proof.Name.ToString())];
}
