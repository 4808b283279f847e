namespace DermSchedule.Scheduling;

/// <summary>The ways in which time is not given.</summary>
public static class SchedulingRefusals
{
    public static readonly Refusal SlotTaken = new(RefusalKind.Conflict, "slot_taken", "That time was just taken. These are the closest.");
    public static readonly Refusal SlotUnavailable = new(RefusalKind.Invalid, "slot_unavailable", "This time is not offered for this visit.");
    public static readonly Refusal HoldExpired = new(RefusalKind.Gone, "hold_expired", "This time was kept for you and has been let go. Choose it again if it is still free.");
    public static readonly Refusal HoldUsed = new(RefusalKind.Conflict, "hold_used", "This hold has become a visit already.");
    public static readonly Refusal IllegalTransition = new(RefusalKind.Conflict, "illegal_transition", "The visit is not in a state that allows this.");
    public static readonly Refusal TriageBlocked = new(RefusalKind.Invalid, "triage_blocked", "This visit cannot be booked online. Call the clinic.");
    public static readonly Refusal HasFutureVisits = new(RefusalKind.Conflict, "has_future_visits", "There are visits ahead. Move them first, or ask for a replan.");
}
