using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace DermSchedule.Practices;

/// <summary>
/// A window of hours as api.md writes it: wall times, <c>end</c> "24:00" allowed, an <c>end</c> that is not after <c>start</c> runs past midnight.
/// The members behind <see cref="End"/> keep the window for some visits.
/// </summary>
public sealed record HoursWindow
{
    private const string Time = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    /// <summary>The day on which the window starts; absent in a date override.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IsoDayOfWeek? Day { get; init; }

    [Required]
    [RegularExpression(Time, ErrorMessage = "Send a time as HH:mm.")]
    public string? Start { get; init; }

    [Required]
    [RegularExpression(Time + "|^24:00$", ErrorMessage = "Send a time as HH:mm, at most 24:00.")]
    public string? End { get; init; }

    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AppointmentTypeId>? AppointmentTypeIds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Category? Category { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PatientKind? PatientKind { get; init; }

    /// <summary>An access slot: kept for urgent lesions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Access { get; init; }

    /// <summary>Hours before a start at which a kept window opens to all; absent means never.</summary>
    [Range(0, 8760)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ReleaseHours { get; init; }

    internal bool IsKept => AppointmentTypeIds is { Count: > 0 } || Category is not null || PatientKind is not null || Access == true;

    /// <summary>As it is stored. Only after <see cref="HoursWindows"/> found nothing wrong.</summary>
    /// <param name="day">Of a date override; null takes <see cref="Day"/>.</param>
    public WeeklyHours Stored(IsoDayOfWeek? day = null) => new(
        day ?? Day!.Value,
        Minutes(Start!),
        Minutes(End!),
        IsKept ? new KeptFor(AppointmentTypeIds ?? [], Category, PatientKind, Access == true, ReleaseHours) : null);

    public static HoursWindow Of(WeeklyHours hours, bool withDay = true) => new()
    {
        Day = withDay ? hours.Day : null,
        Start = Text(hours.Start),
        End = Text(hours.End),
        AppointmentTypeIds = hours.Kept is { AppointmentTypeIds.Count: > 0 } kept ? kept.AppointmentTypeIds : null,
        Category = hours.Kept?.Category,
        PatientKind = hours.Kept?.PatientKind,
        Access = hours.Kept is { Access: true } ? true : null,
        ReleaseHours = hours.Kept?.ReleaseHours,
    };

    private static int Minutes(string time) =>
        (int.Parse(time.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(time.AsSpan(3, 2), CultureInfo.InvariantCulture);

    private static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}

/// <summary>What attributes cannot say about windows.</summary>
public static class HoursWindows
{
    public static void CheckDays(IReadOnlyList<HoursWindow> windows, string path, FieldErrors errors)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            errors.AddWhen(windows[i] is { Day: null or IsoDayOfWeek.None }, $"{path}[{i}].day", "Send the day: monday, tuesday, …");
        }
    }

    public static void CheckKept(IReadOnlyList<HoursWindow> windows, Catalog catalog, string path, FieldErrors errors)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            References.Check(windows[i]?.AppointmentTypeIds, catalog.AppointmentTypes, type => type.Active, $"{path}[{i}].appointmentTypeIds", errors);
            errors.AddWhen(windows[i] is { ReleaseHours: not null, IsKept: false }, $"{path}[{i}].releaseHours", "Only a kept window is released.");
        }
    }

    /// <summary>Opening hours of a clinic keep nothing for anybody; providers' hours do.</summary>
    public static void CheckNotKept(IReadOnlyList<HoursWindow> windows, string path, FieldErrors errors)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            errors.AddWhen(windows[i] is { IsKept: true } or { ReleaseHours: not null }, $"{path}[{i}]", "Opening hours are not kept for anybody: keep a window of a provider's hours.");
        }
    }
}
