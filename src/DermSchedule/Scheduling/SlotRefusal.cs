namespace DermSchedule.Scheduling;

/// <summary>Says why a time was not given: taken, if any provider would have offered it; else not offered, with what staff may go past.</summary>
internal static class SlotRefusal
{
    public static Refusal For(SlotWish wish, IReadOnlyList<SlotVerdict> verdicts)
    {
        // Somebody offers it and it was full, or was taken between our look and the wall.
        if (verdicts.Any(verdict => verdict.IsBookable || (wish.Override && verdict.IsOverridable) || IsOnlyTaken(wish, verdict)))
        {
            return SchedulingRefusals.SlotTaken;
        }

        var closest = verdicts.MinBy(verdict => verdict.Obstacles.Count)!;
        var refusal = SchedulingRefusals.SlotUnavailable.With("reasons", closest.Obstacles.Select(Words.Of).ToList());
        return closest.IsOverridable ? refusal.With("overridable", closest.Obstacles.Select(Words.Of).ToList()) : refusal;
    }

    private static bool IsOnlyTaken(SlotWish wish, SlotVerdict verdict) =>
        verdict.IsTaken && verdict.Obstacles.All(obstacle => obstacle == SlotObstacle.Taken || (wish.Override && obstacle > SlotObstacle.Taken));
}
