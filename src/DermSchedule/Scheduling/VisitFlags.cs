namespace DermSchedule.Scheduling;

/// <summary>What a booking leaves for the desk to settle. Nothing of it is refused or shown to the patient (domain.md 1).</summary>
public static class VisitFlags
{
    /// <summary>Booked as established without a completed visit within three years.</summary>
    public const string ClaimedEstablished = "claimed_established";

    /// <summary>Another record has the same name and birth date.</summary>
    public const string PossibleDuplicate = "possible_duplicate";

    /// <summary>Under age, and the record names no guardian: the desk asks who comes along (domain.md 1).</summary>
    public const string NoGuardian = "no_guardian";

    /// <summary>Lies outside hours, over time off or over a cap, on purpose of the desk.</summary>
    public const string Overridden = "overridden";

    /// <summary>Stands on a lane that was opened for it, on purpose of the desk (domain.md 4).</summary>
    public const string Overbooked = "overbooked";

    /// <summary>What a visit is flagged with once it stands in this slot.</summary>
    internal static IReadOnlyList<string> After(IReadOnlyList<string> before, TakenSlot slot) => [.. before.Where(flag => flag is not Overbooked).Union(Of(slot))];

    /// <summary>What the desk did on purpose to get this slot.</summary>
    internal static IEnumerable<string> Of(TakenSlot slot) =>
        new[] { slot.Overridden ? Overridden : null, slot.Overbooked ? Overbooked : null }.OfType<string>();
}
