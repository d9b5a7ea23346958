using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.App.Proofs;

/// <summary>Everything that is on a screen now is asked about once more: the rules and needs of this moment still allow all of it (C13).</summary>
internal sealed class OpenPartsProbe(LiveCircuits circuits) : IProbe
{
    // every second each page decides again by itself
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    public ProbeName Name => ProbeName.OpenParts;

    public string Clause => Clauses.AccessByNeed;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        if (circuits.OpenParts.Refused > 0)
            await Task.Delay(Settle, TimeProvider.System, cancel);
        var (open, refused) = circuits.OpenParts;
        return Measured.Kept(refused == 0, open, refused);
    }
}
