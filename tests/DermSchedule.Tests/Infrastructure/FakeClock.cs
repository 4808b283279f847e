using NodaTime;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>A clock that stands until the test moves it. Its timers fire while it moves, each at its own time.</summary>
public sealed class FakeClock(Instant start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = start.ToDateTimeOffset();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves forward; what is due on the way happens at its time.</summary>
    public void Advance(Duration by) => MoveTo(GetUtcNow() + by.ToTimeSpan());

    /// <summary>Shows another time, earlier or later.</summary>
    public void Set(Instant instant) => MoveTo(instant.ToDateTimeOffset());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);

        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private void MoveTo(DateTimeOffset target)
    {
        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (gate)
        {
            now = target;
        }
    }

    private FakeTimer? NextDue(DateTimeOffset target)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.DueAt <= target).MinBy(timer => timer.DueAt);

            if (next?.DueAt > now)
            {
                now = next.DueAt.Value;
            }

            return next;
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action callback) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
                return true;
            }
        }

        public void Fire()
        {
            lock (clock.gate)
            {
                DueAt = period > TimeSpan.Zero ? DueAt + period : null;
            }

            callback();
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                DueAt = null;
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
