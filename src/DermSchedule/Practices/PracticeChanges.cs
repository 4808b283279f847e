using System.Collections.Frozen;
using System.Text.Json;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>
/// The door for merge patches of what visits hang on: a clinic, a provider, a type of visit. Like <see cref="PracticeHours"/> it is called inside a
/// change of settings by the room that knows visits, and answers the settings as they will be.
/// </summary>
public sealed class PracticeChanges(ScheduleDb db, Settings settings, PracticeDirectory directory)
{
    /// <summary>What was changed.</summary>
    /// <param name="Stored">As settings answer it.</param>
    /// <param name="After">The settings as they will be.</param>
    /// <param name="MovesVisits">Whether the change says where or when visits can be; a new name does not.</param>
    public sealed record Changed<TStored>(TStored Stored, Catalog After, bool MovesVisits);

    public async Task<Result<Changed<StoredClinic>>> Change(Catalog catalog, ClinicId id, JsonElement patch, CancellationToken ct)
    {
        if (await db.Set<Clinic>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } clinic)
        {
            return Refusals.NotFound;
        }

        if (!settings.Reaches(id))
        {
            return Refusals.Forbidden;
        }

        if (MergePatch.Apply(ClinicRules.Of(clinic), patch).IsRefused(out var unread, out var wanted))
        {
            return unread;
        }

        if ((ClinicRules.Check(wanted).Found ?? ClinicRules.Deactivates(wanted.Active, clinic.Active)) is { } wrong)
        {
            return wrong;
        }

        if (!string.Equals(wanted.Slug, clinic.Slug, StringComparison.Ordinal) && !await directory.ClaimSlug(wanted.Slug!, ct))
        {
            return AddClinic.SlugTaken;
        }

        var before = StoredClinic.Of(clinic);
        ClinicRules.Apply(wanted, clinic);
        var stored = StoredClinic.Of(clinic);
        settings.Record("clinic.changed", "clinic", id.Value, before, stored);
        return new Changed<StoredClinic>(
            stored,
            catalog with { Clinics = With(catalog.Clinics, id, clinic) },
            !string.Equals(before.TimeZone, clinic.TimeZone, StringComparison.Ordinal));
    }

    public async Task<Result<Changed<StoredProvider>>> Change(Catalog catalog, ProviderId id, JsonElement patch, CancellationToken ct)
    {
        if (await db.Set<Provider>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } provider)
        {
            return Refusals.NotFound;
        }

        if (MergePatch.Apply(ProviderRules.Of(provider), patch).IsRefused(out var unread, out var wanted))
        {
            return unread;
        }

        if ((ProviderRules.Check(wanted, catalog, provider).Found ?? ClinicRules.Deactivates(wanted.Active, provider.Active)) is { } wrong)
        {
            return wrong;
        }

        if (!settings.Reaches(provider.ClinicIds) || !settings.Reaches(wanted.ClinicIds!))
        {
            return Refusals.Forbidden;
        }

        var before = StoredProvider.Of(provider);
        ProviderRules.Apply(wanted, provider);
        var stored = StoredProvider.Of(provider);
        settings.Record("provider.changed", "provider", id.Value, before, stored);
        return new Changed<StoredProvider>(stored, catalog with { Providers = With(catalog.Providers, id, provider) }, !before.ClinicIds.SequenceEqual(provider.ClinicIds));
    }

    public async Task<Result<Changed<StoredAppointmentType>>> Change(Catalog catalog, AppointmentTypeId id, JsonElement patch, CancellationToken ct)
    {
        if (await db.Set<AppointmentType>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } type)
        {
            return Refusals.NotFound;
        }

        if (MergePatch.Apply(AppointmentTypeRules.Of(type, catalog.Practice), patch).IsRefused(out var unread, out var wanted))
        {
            return unread;
        }

        if ((AppointmentTypeRules.Check(wanted, catalog, type).Found ?? ClinicRules.Deactivates(wanted.Active, type.Active)) is { } wrong)
        {
            return wrong;
        }

        if (!settings.Reaches(type.ClinicIds) || !settings.Reaches(wanted.ClinicIds ?? []))
        {
            return Refusals.Forbidden;
        }

        var before = StoredAppointmentType.Of(type, catalog.Practice);
        AppointmentTypeRules.Apply(wanted, type);
        var stored = StoredAppointmentType.Of(type, catalog.Practice);
        settings.Record("appointment-type.changed", "appointment_type", id.Value, before, stored);
        return new Changed<StoredAppointmentType>(
            stored,
            catalog with { AppointmentTypes = With(catalog.AppointmentTypes, id, type) },
            !before.ClinicIds.SequenceEqual(type.ClinicIds) || !before.ProviderIds.SequenceEqual(type.ProviderIds) || before.ProviderPart != type.ProviderPart);
    }

    private static FrozenDictionary<TId, TRow> With<TId, TRow>(FrozenDictionary<TId, TRow> rows, TId id, TRow changed)
        where TId : struct =>
        rows.Select(row => row.Key.Equals(id) ? KeyValuePair.Create(id, changed) : row).ToFrozenDictionary();
}
