using Microsoft.Extensions.Time.Testing;

namespace PrivacyPortal.Tests.Support;

/// <summary>
/// A clock that the test moves. A timer that came due many times over during one step fires once, as after a machine's sleep: days may pass at once
/// without every hosted timer running through each of their seconds.
/// </summary>
internal sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new OncePerStep(Unrepeated, callback, state, dueTime, period);

    private ITimer Unrepeated(TimerCallback callback, TimeSpan dueTime) => base.CreateTimer(callback, null, dueTime, Timeout.InfiniteTimeSpan);

    private sealed class OncePerStep : ITimer
    {
        private readonly ITimer inner;
        private TimeSpan period;

        public OncePerStep(Func<TimerCallback, TimeSpan, ITimer> make, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            inner = make(_ => Fire(callback, state), Timeout.InfiniteTimeSpan);
            inner.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            return inner.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        // armed again before the callback, which may change or end the timer
        private void Fire(TimerCallback callback, object? state)
        {
            if (period > TimeSpan.Zero)
                inner.Change(period, Timeout.InfiniteTimeSpan);
            callback(state);
        }
    }
}
