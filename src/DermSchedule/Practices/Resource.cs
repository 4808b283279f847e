using DermSchedule.Data;

namespace DermSchedule.Practices;

/// <summary>A room or device of a clinic. It is never doubled (domain.md 4).</summary>
public sealed class Resource : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required ResourceId Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required string Name { get; set; }

    /// <summary>Free word of the practice: <c>room</c>, <c>laser</c>, <c>phototherapy</c>, …</summary>
    public required string Kind { get; set; }

    public bool Active { get; set; } = true;
}
