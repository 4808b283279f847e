using System.ComponentModel.DataAnnotations;

namespace DermSchedule.Practices;

/// <summary>
/// Everything that domain.md marks *(policy)*: data of the practice, with the defaults given there. <c>GET/PUT /settings/policies</c>.
/// </summary>
public sealed record Policies
{
    public static readonly Policies Default = new();

    /// <summary>How long a patient keeps a time while filling the form.</summary>
    [Range(1, 60)]
    public int HoldMinutes { get; init; } = 10;

    /// <summary>The graduated commitment (domain.md 7), wall-clock hours before the start.</summary>
    [Length(0, 10)]
    public IReadOnlyList<LadderStep> Ladder { get; init; } = [new(72, LadderAction.Ask), new(48, LadderAction.Remind), new(24, LadderAction.AutoCancel)];

    public bool AutoCancelEnabled { get; init; } = true;

    public QuietHours QuietHours { get; init; } = new("20:00", "08:00");

    public WaitlistPolicy Waitlist { get; init; } = new();

    public DepositPolicy Deposits { get; init; } = new();

    public NoShowPolicy NoShow { get; init; } = new();

    /// <summary>Who is called about a triage alert, E.164; null means the clinic's phone.</summary>
    [MaxLength(20)]
    public string? EmergencyContactPhone { get; init; }

    [Range(1, 120)]
    public int AlertAcknowledgeMinutes { get; init; } = 10;

    /// <summary>An alert nobody took on gets louder a second time, so many minutes after it was raised (domain.md 6).</summary>
    [Range(1, 240)]
    public int AlertEscalateMinutes { get; init; } = 30;

    /// <summary>Answered outside opening hours, E.164; patients are shown it then. Null means there is none.</summary>
    [MaxLength(20)]
    public string? AfterHoursPhone { get; init; }

    /// <summary>Photos of a triage that led to no visit are deleted after so many days (domain.md 14).</summary>
    [Range(1, 365)]
    public int UnusedPhotoDays { get; init; } = 30;

    /// <summary>A visit moved by less than this, or to another room, is nobody's news: nothing is sent unless asked for (domain.md 5).</summary>
    [Range(0, 240)]
    public int UnnoticedMoveMinutes { get; init; } = 15;

    /// <summary>A completed visit within so many years makes a patient established (domain.md 1).</summary>
    [Range(1, 10)]
    public int EstablishedYears { get; init; } = 3;

    /// <summary>From this age on patients book, consent and get messages themselves; before it the guardian does (domain.md 1).</summary>
    [Range(14, 21)]
    public int AdultAge { get; init; } = 18;

    /// <summary>How many lanes beyond a provider's own the desk may overbook (domain.md 4); 0 means never.</summary>
    [Range(0, 5)]
    public int OverbookLanes { get; init; } = 1;

    /// <summary>Members that came after the first version of this object. A client that does not know them may leave them out: they keep their value.</summary>
    internal static IReadOnlyList<string> MayBeLeftOut { get; } =
    [
        "alertEscalateMinutes", "afterHoursPhone", "unusedPhotoDays", "unnoticedMoveMinutes", "establishedYears", "adultAge", "overbookLanes",
    ];

    /// <summary>What a sent object is read on top of: everything that must be sent stands at its default, the rest as it is in force.</summary>
    internal static Policies Under(Policies present) => Default with
    {
        AlertEscalateMinutes = present.AlertEscalateMinutes,
        AfterHoursPhone = present.AfterHoursPhone,
        UnusedPhotoDays = present.UnusedPhotoDays,
        UnnoticedMoveMinutes = present.UnnoticedMoveMinutes,
        EstablishedYears = present.EstablishedYears,
        AdultAge = present.AdultAge,
        OverbookLanes = present.OverbookLanes,
    };
}
