using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Proofs;

/// <summary>Whether the system could write this process's memory to a disk behind its back: as a dump, or as swap (C11).</summary>
internal sealed class DumpsProbe(ForgettingState state) : IProbe
{
    public ProbeName Name => ProbeName.Dumps;

    public string Clause => Clauses.NotStored;

    public Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        var (dumps, swap) = (state.Weaknesses.Contains(ForgettingWeakness.DumpsPossible), state.Weaknesses.Contains(ForgettingWeakness.MaySwap));
        return Task.FromResult(Measured.Kept(!dumps && !swap, dumps ? 1 : 0, swap ? 1 : 0));
    }
}
