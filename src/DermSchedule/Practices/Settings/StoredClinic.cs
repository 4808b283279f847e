namespace DermSchedule.Practices;

/// <summary>A clinic as settings answer it.</summary>
public record StoredClinic(
    ClinicId Id,
    string Slug,
    string Name,
    string? MessageName,
    string TimeZone,
    string Phone,
    string Address,
    IReadOnlyList<ExternalIdWords> ExternalIds,
    IReadOnlyList<HoursWindow> Weekly,
    IReadOnlyList<Holiday> Holidays,
    bool Active)
{
    public static StoredClinic Of(Clinic clinic) => new(
        clinic.Id,
        clinic.Slug,
        clinic.Name,
        clinic.MessageName,
        clinic.TimeZone,
        clinic.Phone,
        clinic.Address,
        ExternalIdWords.Of(clinic.ExternalIds),
        [.. clinic.Hours.Select(hours => HoursWindow.Of(hours))],
        clinic.Holidays,
        clinic.Active);
}
