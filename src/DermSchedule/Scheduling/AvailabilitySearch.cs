namespace DermSchedule.Scheduling;

/// <summary>"Now" as a search needs it.</summary>
internal readonly struct Moment(AvailabilityPlan plan, AvailabilityQuestion question)
{
    /// <summary>The minute that runs; what is released at it is released.</summary>
    public int Minute { get; } = EpochMinutes.Down(question.Now);

    /// <summary>No start before this one: nothing begins in the past, and patients keep the minimum notice.</summary>
    public int Earliest { get; } = EpochMinutes.Up(question.Now) + (question.Staff ? 0 : plan.Type.MinimumNoticeMinutes);
}

/// <summary>Walks one provider through ascending days, past what is taken.</summary>
internal sealed class Search(ProviderPlan provider, List<Stretch> taken)
{
    private int next;

    public ProviderPlan Provider { get; } = provider;

    /// <summary>Adds the free starts of a day, packed so that they sort by start, then provider.</summary>
    public void Collect(DayStarts day, Moment now, List<long> found)
    {
        var (starts, opensAt) = day;
        for (var i = 0; i < starts.Length; i++)
        {
            var start = starts[i];
            if (start < now.Earliest || (opensAt is not null && opensAt[i] > now.Minute))
            {
                continue;
            }

            while (next < taken.Count && taken[next].To <= start)
            {
                next++;
            }

            if (next == taken.Count || start < taken[next].From)
            {
                found.Add(((long)start << 16) | (uint)Provider.Index);
            }
        }
    }

    public static (int Start, int Provider) Unpack(long packed) => ((int)(packed >> 16), (int)(packed & 0xFFFF));
}
