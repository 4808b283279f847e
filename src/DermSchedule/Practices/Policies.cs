using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DermSchedule.Data;

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
    internal static IReadOnlyList<string> MayBeLeftOut { get; } = ["unnoticedMoveMinutes", "establishedYears", "adultAge", "overbookLanes"];

    /// <summary>What a sent object is read on top of: everything that must be sent stands at its default, the rest as it is in force.</summary>
    internal static Policies Under(Policies present) => Default with
    {
        UnnoticedMoveMinutes = present.UnnoticedMoveMinutes,
        EstablishedYears = present.EstablishedYears,
        AdultAge = present.AdultAge,
        OverbookLanes = present.OverbookLanes,
    };
}

/// <summary>What a step of the ladder does.</summary>
public enum LadderAction
{
    Ask,
    Remind,
    AutoCancel,
}

/// <summary>One step of asking for confirmation, that many wall-clock hours before the visit (domain.md 7).</summary>
public sealed record LadderStep([property: JsonRequired, Range(1, 720)] int HoursBefore, [property: JsonRequired] LadderAction Action);

/// <summary>Wall times between which messages wait, in the clinic's zone and the patient's.</summary>
public sealed record QuietHours(
    [property: Required, RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$")] string Start,
    [property: Required, RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$")] string End);

/// <summary>How a freed time is offered (domain.md 8).</summary>
public sealed record WaitlistPolicy
{
    [Range(1, 50)]
    public int BatchSize { get; init; } = 5;

    [Range(5, 240)]
    public int WindowMinutes { get; init; } = 30;

    [Range(1, 10)]
    public int Rounds { get; init; } = 3;
}

/// <summary>How a deposit is taken (domain.md 9).</summary>
public enum DepositMode
{
    Auto,
    CardOnFile,
    None,
}

/// <summary>How deposits are taken and given back (domain.md 9).</summary>
public sealed record DepositPolicy
{
    public DepositMode Mode { get; init; } = DepositMode.Auto;

    [Length(1, 10)]
    public IReadOnlyList<RefundTier> RefundTiers { get; init; } = [new(48, 100), new(24, 50), new(0, 0)];
}

/// <summary>Who cancels at least that many elapsed hours before the visit gets that part back.</summary>
public sealed record RefundTier([property: JsonRequired, Range(0, 720)] int MinHoursBefore, [property: JsonRequired, Range(0, 100)] int Percent);

/// <summary>When a visit counts as missed (domain.md 10).</summary>
public sealed record NoShowPolicy
{
    [Range(0, 240)]
    public int GraceMinutes { get; init; } = 15;

    [Range(0, 168)]
    public int ReviewHours { get; init; } = 24;

    public bool Automatic { get; init; } = true;
}

/// <summary>The stored policies of a clinic, or of the whole practice where <see cref="ClinicId"/> is the empty id.</summary>
public sealed class PolicySet : IPracticeOwned
{
    /// <summary>Stands for "every clinic that has no own policies".</summary>
    public static readonly ClinicId WholePractice;

    public required PracticeId PracticeId { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required Policies Policies { get; set; }

    /// <summary>Raised by each change: consents name the version they accepted.</summary>
    public int Version { get; set; } = 1;
}
