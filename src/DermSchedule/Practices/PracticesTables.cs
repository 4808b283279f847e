using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>
/// Tables of this room. Lists inside a setting (hours, durations, translations) are one JSON column each: they are read whole into the
/// catalog and never searched.
/// </summary>
internal static class PracticesTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Practice>(table =>
        {
            table.ToTable("practices");
            table.HasKey(practice => practice.Id);
            table.Ignore(practice => practice.PracticeId);
        });

        model.Entity<Clinic>(table =>
        {
            table.ToTable("practices_clinics");
            table.HasKey(clinic => new { clinic.PracticeId, clinic.Id });
            table.HasIndex(clinic => new { clinic.PracticeId, clinic.Slug }).IsUnique();
            table.Property(clinic => clinic.Hours).StoredAsJson();
            table.Property(clinic => clinic.Holidays).StoredAsJson();
            table.Property(clinic => clinic.ExternalIds).StoredAsJson();
        });

        model.Entity<Provider>(table =>
        {
            table.ToTable("practices_providers");
            table.HasKey(provider => new { provider.PracticeId, provider.Id });
            table.Property(provider => provider.ClinicIds).StoredAsJson();
            table.Property(provider => provider.Translations).StoredAsJson();
            table.Property(provider => provider.ExternalIds).StoredAsJson();
        });

        model.Entity<ProviderSchedule>(table =>
        {
            table.ToTable("practices_schedules");
            table.HasKey(schedule => new { schedule.PracticeId, schedule.ProviderId, schedule.ClinicId, schedule.EffectiveFrom });
            table.Property(schedule => schedule.Weekly).StoredAsJson();
        });

        model.Entity<ProviderException>(table =>
        {
            table.ToTable("practices_exceptions");
            table.HasKey(exception => new { exception.PracticeId, exception.Id });
            table.HasIndex(exception => new { exception.PracticeId, exception.ProviderId, exception.EndsAt });
        });

        model.Entity<DateOverride>(table =>
        {
            table.ToTable("practices_date_overrides");
            table.HasKey(day => new { day.PracticeId, day.ProviderId, day.ClinicId, day.Date });
            table.Property(day => day.Windows).StoredAsJson();
        });

        model.Entity<Resource>(table =>
        {
            table.ToTable("practices_resources");
            table.HasKey(resource => new { resource.PracticeId, resource.Id });
        });

        model.Entity<AppointmentType>(table =>
        {
            table.ToTable("practices_appointment_types");
            table.HasKey(type => new { type.PracticeId, type.Id });
            table.Property(type => type.ProviderIds).StoredAsJson();
            table.Property(type => type.ClinicIds).StoredAsJson();
            table.Property(type => type.ResourceKinds).StoredAsJson();
            table.Property(type => type.Concerns).StoredAsJson();
            table.Property(type => type.Durations).StoredAsJson();
            table.Property(type => type.Translations).StoredAsJson();
            table.Property(type => type.ProviderPart).StoredAsJson();
        });

        model.Entity<PolicySet>(table =>
        {
            table.ToTable("practices_policies");
            table.HasKey(set => new { set.PracticeId, set.ClinicId });
            table.Property(set => set.Policies).StoredAsJson();
        });

        model.Entity<DirectoryEntry>(table =>
        {
            table.ToTable("directory");
            table.HasKey(entry => new { entry.Kind, entry.KeyHash });
        });
    }
}
