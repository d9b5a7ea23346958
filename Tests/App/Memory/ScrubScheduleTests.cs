using PrivacyPortal.App.Memory;

namespace PrivacyPortal.Tests.App.Memory;

[Trait("clause", "C12")]
public sealed class ScrubScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Settle = Seconds(2), Again = Seconds(9), Limit = Seconds(20);

    private readonly ScrubSchedule schedule = new(Settle, Again, Limit);

    [Fact]
    public void Without_a_leaver_nothing_is_scrubbed() => Assert.Null(schedule.Next);

    [Fact]
    public void A_leaver_is_followed_by_a_scrub_and_by_one_more()
    {
        schedule.Left(Start);
        Assert.Equal(Start + Settle, schedule.Next);
        Scrub(Seconds(2));
        Assert.Equal(Start + Seconds(2.1) + Again, schedule.Next);
        Scrub(Seconds(11.1));
        Assert.Null(schedule.Next);
    }

    [Fact]
    public void Leavers_together_share_a_scrub()
    {
        for (var i = 0; i < 50; i++)
            schedule.Left(Start + Seconds(i * 0.01));
        Assert.Equal(Start + Settle, schedule.Next);
    }

    [Fact]
    public void Who_left_just_before_a_scrub_has_the_next_one_as_the_first()
    {
        schedule.Left(Start);
        schedule.Left(Start + Seconds(1.9));
        Scrub(Seconds(2));
        Assert.True(schedule.Next < Start + Seconds(9), "the late leaver was forgotten about");
    }

    [Fact]
    public void Between_scrubs_there_is_a_rest_of_fifty_pauses()
    {
        schedule.Left(Start);
        Scrub(Seconds(2), pause: Seconds(0.1));
        schedule.Left(Start + Seconds(2.5));
        Assert.Equal(Start + Seconds(2.1) + Seconds(5), schedule.Next);
    }

    [Fact]
    public void Nobody_waits_longer_than_the_limit_whatever_a_scrub_costs()
    {
        schedule.Left(Start);
        Scrub(Seconds(2), pause: Seconds(3), took: Seconds(3));
        schedule.Left(Start + Seconds(6));
        Assert.True(schedule.Next <= Start + Seconds(2) + Limit - Seconds(3));
        Scrub(Seconds(14), pause: Seconds(3), took: Seconds(3));
        Assert.True(schedule.Next <= Start + Seconds(6) + Limit - Seconds(3));
    }

    [Fact]
    public void Under_constant_coming_and_going_everyone_is_scrubbed_within_the_limit_and_pauses_stay_below_two_hundredths()
    {
        var (pause, took) = (Seconds(0.1), Seconds(0.3));
        var left = new List<DateTimeOffset>();
        var scrubs = new List<DateTimeOffset>();
        for (var tick = 0; tick < 6000; tick++)
        {
            var now = Start + Seconds(tick * 0.1);
            schedule.Left(now);
            left.Add(now);
            if (schedule.Next <= now)
            {
                schedule.Scrubbed(now, pause, took);
                scrubs.Add(now);
            }
        }
        var observed = left.Where(at => at < Start + Seconds(560)).ToList();
        Assert.All(observed, at => Assert.True(scrubs.Count(scrub => scrub >= at + Settle && scrub <= at + Limit) >= 2));
        Assert.InRange(scrubs.Count * pause.TotalSeconds / 600, 0.005, 0.021);
    }

    private void Scrub(TimeSpan at, TimeSpan? pause = null, TimeSpan? took = null) => schedule.Scrubbed(Start + at, pause ?? Seconds(0.001), took ?? Seconds(0.1));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
