using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>
/// Who had which time, as far as callers can know: not before they asked, surely when they were told, surely until they gave it up, not after
/// that was confirmed. A correct clinic has an order of all calls that fits (R-CO-2); this finds what fits none.
/// </summary>
internal sealed class History
{
    private readonly Lock gate = new();
    private readonly List<Tenure> tenures = [];
    private readonly List<Refused> refusals = [];
    private readonly List<Passing> passings = [];
    private long moment;

    /// <summary>The next moment; every call begins at one and ends at another.</summary>
    public long Now() => Interlocked.Increment(ref moment);

    public Tenure Took(int slot, long asked, Instant? until = null)
    {
        var tenure = new Tenure(slot, asked, Now(), until);

        lock (gate)
        {
            tenures.Add(tenure);
        }

        return tenure;
    }

    public void GaveUp(Tenure tenure, long asked) => (tenure.Leaving, tenure.Left) = (asked, Now());

    public void WasRefused(int slot, long asked, Tenure? own = null)
    {
        var refused = new Refused(slot, asked, Now(), own);

        lock (gate)
        {
            refusals.Add(refused);
        }
    }

    /// <summary>Moves the clock; one at a time, or it would go back.</summary>
    public void Pass(Action pass, Func<Instant> shows)
    {
        lock (gate)
        {
            var before = Now();
            pass();
            passings.Add(new Passing(before, Now(), shows()));
        }
    }

    /// <summary>All times that two had at once, and all refusals of a time that nobody can have had.</summary>
    public IEnumerable<string> Contradictions()
    {
        var sure = tenures.Select(tenure => (Tenure: tenure, From: tenure.Got, Until: Math.Min(tenure.Leaving, Lapse(tenure)?.Before ?? long.MaxValue))).ToList();
        var twice = sure.SelectMany((one, index) => sure.Skip(index + 1)
            .Where(other => other.Tenure.Slot == one.Tenure.Slot && Math.Max(one.From, other.From) < Math.Min(one.Until, other.Until))
            .Select(other => $"Time {one.Tenure.Slot} was had twice: [{one.From}, {one.Until}) and [{other.From}, {other.Until})."));
        var denied = refusals
            .Where(refused => !tenures.Exists(tenure => tenure != refused.Own && tenure.Slot == refused.Slot && tenure.Asked < refused.Told
                && Math.Min(tenure.Left, Lapse(tenure)?.After ?? long.MaxValue) > refused.Asked))
            .Select(refused => $"Time {refused.Slot} was refused in [{refused.Asked}, {refused.Told}) and nobody had it.");
        return twice.Concat(denied);
    }

    private Passing? Lapse(Tenure tenure) => tenure.Until is { } until ? passings.Find(passing => passing.Shows >= until) : null;

    internal sealed record Tenure(int Slot, long Asked, long Got, Instant? Until)
    {
        /// <summary>When the holder began to give it up.</summary>
        public long Leaving { get; set; } = long.MaxValue;

        /// <summary>When that was confirmed.</summary>
        public long Left { get; set; } = long.MaxValue;
    }

    private sealed record Refused(int Slot, long Asked, long Told, Tenure? Own);

    private sealed record Passing(long Before, long After, Instant Shows);
}
