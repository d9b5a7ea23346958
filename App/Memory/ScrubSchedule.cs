namespace PrivacyPortal.App.Memory;

/// <summary>
/// When memory is scrubbed. After someone left, once when the leaving has settled and once more for what its teardown let go later; leavers in between
/// share a scrub. Between two scrubs there is a rest of fifty times the last pause, so that scrubbing takes at most two hundredths of the time - but nobody
/// waits longer than the limit, whatever a scrub costs.
/// </summary>
/// <remarks>Pure: the clock is its caller's. One thread at a time.</remarks>
internal sealed class ScrubSchedule(TimeSpan settle, TimeSpan again, TimeSpan limit)
{
    private const int RestPerPause = 50;

    private readonly Queue<(DateTimeOffset Left, DateTimeOffset Due)> second = new();
    private DateTimeOffset? firstLeft;
    private DateTimeOffset lastLeft;
    private DateTimeOffset restUntil;
    private TimeSpan reserve;

    /// <summary>When the next scrub begins; null when everyone who left is forgotten.</summary>
    internal DateTimeOffset? Next
    {
        get
        {
            var next = firstLeft is { } left ? Within(left, left + settle) : (DateTimeOffset?)null;
            return second.TryPeek(out var pass) && Within(pass.Left, pass.Due) is var due && !(due >= next) ? due : next;
        }
    }

    internal void Left(DateTimeOffset now)
    {
        firstLeft ??= now;
        lastLeft = now;
    }

    internal void Scrubbed(DateTimeOffset began, TimeSpan pause, TimeSpan took)
    {
        var ended = began + took;
        (restUntil, reserve) = (ended + (RestPerPause * pause), 2 * took);
        while (second.TryPeek(out var pass) && (pass.Due <= began || Within(pass.Left, pass.Due) <= began))
            second.Dequeue();
        if (firstLeft is not { } left || left + settle > began)
            return;
        second.Enqueue((left, ended + again));
        // whoever left just before this scrub has not settled, and has the next one as the first
        firstLeft = lastLeft + settle > began ? began - settle : null;
        if (firstLeft < left)
            firstLeft = left;
    }

    private DateTimeOffset Within(DateTimeOffset left, DateTimeOffset due)
    {
        var (rested, latest) = (due > restUntil ? due : restUntil, left + limit - reserve);
        return rested < latest ? rested : latest;
    }
}
