using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DermSchedule.Data;

namespace DermSchedule.Practices;

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
