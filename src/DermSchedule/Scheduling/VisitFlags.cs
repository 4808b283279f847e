namespace DermSchedule.Scheduling;

/// <summary>What a booking leaves for the desk to settle. Nothing of it is refused or shown to the patient (domain.md 1).</summary>
public static class VisitFlags
{
    /// <summary>Booked as established without a completed visit within three years.</summary>
    public const string ClaimedEstablished = "claimed_established";

    /// <summary>Another record has the same name and birth date.</summary>
    public const string PossibleDuplicate = "possible_duplicate";

    /// <summary>Lies outside hours, over time off or over a cap, on purpose of the desk.</summary>
    public const string Overridden = "overridden";
}
