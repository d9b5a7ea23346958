namespace PrivacyPortal.Services.Members;

/// <summary>How this server forgets at the moment, for administrators and metrics: counts and times only (C12).</summary>
public sealed class ForgettingState(IReadOnlyList<ForgettingWeakness> weaknesses)
{
    private readonly Lock gate = new();
    private (long Scrubs, DateTimeOffset? Last, TimeSpan Pause, TimeSpan Longest) done;

    /// <summary>In what this system forgets less than the portal can; empty where all is well.</summary>
    public IReadOnlyList<ForgettingWeakness> Weaknesses { get; } = weaknesses;

    /// <summary>Scrubs of the memory since the start.</summary>
    public long Scrubs => Read().Scrubs;

    public DateTimeOffset? LastScrub => Read().Last;

    /// <summary>How long every thread stood still for the last scrub.</summary>
    public TimeSpan LastPause => Read().Pause;

    public TimeSpan LongestPause => Read().Longest;

    /// <summary>A scrub is over.</summary>
    public void Scrubbed(DateTimeOffset at, TimeSpan pause)
    {
        lock (gate)
            done = (done.Scrubs + 1, at, pause, pause > done.Longest ? pause : done.Longest);
    }

    private (long Scrubs, DateTimeOffset? Last, TimeSpan Pause, TimeSpan Longest) Read()
    {
        lock (gate)
            return done;
    }
}
