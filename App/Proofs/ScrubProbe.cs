using Microsoft.Extensions.Options;
using PrivacyPortal.App.Memory;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.App.Proofs;

/// <summary>After somebody left a page, memory was overwritten within the bound (C12). It notes when, since the last scrub, the first one left.</summary>
internal sealed class ScrubProbe : IProbe, IDisposable
{
    private readonly HeldNow held;
    private readonly ForgettingState state;
    private readonly TimeSpan bound;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private DateTimeOffset? leftAt;

    public ScrubProbe(HeldNow held, ForgettingState state, IOptions<ForgettingOptions> options, TimeProvider clock)
    {
        (this.held, this.state, bound, this.clock) = (held, state, options.Value.Bound, clock);
        held.Left += OnLeft;
    }

    public ProbeName Name => ProbeName.Scrub;

    public string Clause => Clauses.OnlyWhileViewing;

    public Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        var waits = Waits();
        var keeps = state.Weaknesses.Count(weakness => weakness is ForgettingWeakness.PoolsKeepBuffers or ForgettingWeakness.NativeMemoryKeeps);
        var kept = keeps == 0 && waits <= bound;
        var ago = state.LastScrub is { } last ? (long)(clock.GetUtcNow() - last).TotalSeconds : -1;
        return Task.FromResult(Measured.Kept(kept, state.Scrubs, ago, (long)waits.TotalSeconds, keeps));
    }

    public void Dispose() => held.Left -= OnLeft;

    private TimeSpan Waits()
    {
        lock (gate)
        {
            if (leftAt is { } left && state.LastScrub >= left)
                leftAt = null;
            return leftAt is { } waiting ? clock.GetUtcNow() - waiting : TimeSpan.Zero;
        }
    }

    private void OnLeft()
    {
        lock (gate)
            leftAt = leftAt is { } left && !(state.LastScrub >= left) ? left : clock.GetUtcNow();
    }
}
