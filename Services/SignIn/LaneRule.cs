using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>
/// How one lane slows wrong tries down: some cost nothing, then each doubles the wait. Between two passwords of an account at most 100 are looked at
/// and wrong: 40 from strangers, 10 from each of four known devices, 10 where a session asks for it again (a change of password or of second factors), 10 at an assigned secret that is on its way.
/// </summary>
internal sealed record LaneRule(int FreeTries, TimeSpan FirstWait, TimeSpan LongestWait)
{
    internal static readonly LaneRule Name = new(5, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(15)) { ClosesAfter = 40 };
    internal static readonly LaneRule Device = Name with { ClosesAfter = 10 };
    internal static readonly LaneRule Change = Name with { ClosesAfter = 10 };
    internal static readonly LaneRule Assigned = Name with { ClosesAfter = 10 };

    /// <summary>Wrong passwords in a row until none is looked at any more; null for never.</summary>
    internal int? ClosesAfter { get; private init; }

    /// <summary>So much quiet forgets what was counted; null for never.</summary>
    private TimeSpan? ForgetsAfter { get; init; }

    internal static LaneRule Source(int freeTries) =>
        new(freeTries, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)) { ForgetsAfter = TimeSpan.FromMinutes(15) };

    /// <summary>For requests that are no tries: so many at once, then longer and longer waits.</summary>
    internal static LaneRule Requests(int free, TimeSpan forgetsAfter) => new(free - 1, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)) { ForgetsAfter = forgetsAfter };

    internal static bool IsOpen(ThrottleLane lane, DateTimeOffset now) => !lane.Closed && (lane.NotBefore is not { } until || until <= now);

    /// <summary>Starts afresh when what was counted is out of date.</summary>
    internal void Refresh(ThrottleLane lane, DateTimeOffset? passwordSetAt, DateTimeOffset now)
    {
        if (lane.Since < passwordSetAt || now - lane.LastAt > ForgetsAfter)
            (lane.Failures, lane.NotBefore, lane.Closed) = (0, null, false);
    }

    /// <summary>Counts one.</summary>
    internal void Count(ThrottleLane lane, DateTimeOffset now)
    {
        if (lane.Failures++ == 0)
            lane.Since = now;
        lane.NotBefore = lane.Failures <= FreeTries ? null : now + Wait(lane.Failures - FreeTries - 1);
        lane.Closed = lane.Failures >= ClosesAfter;
    }

    private TimeSpan Wait(int doublings)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(16, doublings));
        return wait < LongestWait ? wait : LongestWait;
    }
}
