using System.Collections.Frozen;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>
/// The door for changes of hours that may cover visits: the room that knows visits calls it inside <see cref="Settings.Change{T}(Func{Catalog, Task{Result{T}}}, CancellationToken, Func{string, Refusal?}?)"/>.
/// Each change answers the settings as they will be, so that before and after can be compared.
/// </summary>
public sealed partial class PracticeHours(ScheduleDb db, Settings settings, Ids ids)
{
    /// <param name="before">As it stands.</param>
    /// <param name="id">A clinic of <paramref name="before"/>.</param>
    /// <param name="weekly">Empty lifts every restriction beyond the providers' hours.</param>
    /// <param name="ct">Cancels the change.</param>
    public Task<Catalog> SetClinicHours(Catalog before, ClinicId id, IReadOnlyList<WeeklyHours> weekly, CancellationToken ct) =>
        ChangeClinic(before, id, "clinic.hours-changed", clinic => clinic.Hours = weekly, ct);

    public Task<Catalog> SetHolidays(Catalog before, ClinicId id, IReadOnlyList<Holiday> holidays, CancellationToken ct) =>
        ChangeClinic(before, id, "clinic.holidays-changed", clinic => clinic.Holidays = holidays, ct);

    /// <summary>Its slug stays listed and leads to nobody else.</summary>
    public Task Deactivate(Catalog before, ClinicId id, CancellationToken ct) =>
        ChangeClinic(before, id, "clinic.deactivated", clinic => clinic.Active = false, ct);

    public async Task Deactivate(ProviderId id, CancellationToken ct)
    {
        var provider = await db.Set<Provider>().SingleAsync(row => row.Id == id, ct);
        var before = StoredProvider.Of(provider);
        provider.Active = false;
        settings.Record("provider.deactivated", "provider", id.Value, before, StoredProvider.Of(provider));
    }

    public async Task Deactivate(ResourceId id, CancellationToken ct)
    {
        var resource = await db.Set<Resource>().SingleAsync(row => row.Id == id, ct);
        var before = StoredResource.Of(resource);
        resource.Active = false;
        settings.Record("resource.deactivated", "resource", id.Value, before, StoredResource.Of(resource));
    }

    public async Task Deactivate(Catalog catalog, AppointmentTypeId id, CancellationToken ct)
    {
        var type = await db.Set<AppointmentType>().SingleAsync(row => row.Id == id, ct);
        var before = StoredAppointmentType.Of(type, catalog.Practice);
        type.Active = false;
        settings.Record("appointment-type.deactivated", "appointment_type", id.Value, before, StoredAppointmentType.Of(type, catalog.Practice));
    }

    private async Task<Catalog> ChangeClinic(Catalog before, ClinicId id, string action, Action<Clinic> change, CancellationToken ct)
    {
        var clinic = await db.Set<Clinic>().SingleAsync(row => row.Id == id, ct);
        var stored = StoredClinic.Of(clinic);
        change(clinic);
        settings.Record(action, "clinic", id.Value, stored, StoredClinic.Of(clinic));
        return before with { Clinics = before.Clinics.Values.Select(row => row.Id == id ? clinic : row).ToFrozenDictionary(row => row.Id) };
    }
}
