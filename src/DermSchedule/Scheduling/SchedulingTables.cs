using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

internal static class SchedulingTables
{
    public static readonly SealedField Notes = new("scheduling_appointments", "notes");
    public static readonly SealedField ExternalIds = new("scheduling_appointments", "external_ids");
    public static readonly SealedField EventReason = new("scheduling_appointment_events", "reason");
    public static readonly SealedField Typed = new("scheduling_appointments", "typed");

    public static void Map(ModelBuilder model)
    {
        // Practice and resource lead: the wall, availability and a calendar all ask for "this resource, from here on".
        model.Entity<Reservation>(table =>
        {
            table.ToTable("reservations");

            // Every search asks for the times of some resources, so the rows stand in this order; SQLite keeps them in the key's own tree.
            table.HasKey(row => new { row.PracticeId, row.ResourceId, row.StartsAt, row.Id });
            table.HasIndex(row => new { row.PracticeId, row.OwnerId });
        });

        model.Entity<Appointment>(table =>
        {
            table.ToTable("scheduling_appointments");
            table.HasKey(visit => new { visit.PracticeId, visit.Id });
            table.HasIndex(visit => new { visit.PracticeId, visit.ClinicId, visit.StartsAt });
            table.HasIndex(visit => new { visit.PracticeId, visit.PatientId, visit.StartsAt });
            table.HasIndex(visit => new { visit.PracticeId, visit.ProviderId, visit.StartsAt });
            table.Property(visit => visit.PromisedWall).HasConversion(wall => LocalDateTimePattern.GeneralIso.Format(wall), text => LocalDateTimePattern.GeneralIso.Parse(text).Value);
            table.Property(visit => visit.Version).IsConcurrencyToken();
            table.Property(visit => visit.ResourceIds).StoredAsJson();
            table.Property(visit => visit.Flags).StoredAsJson();
        });

        model.Entity<AppointmentEvent>(table =>
        {
            table.ToTable("scheduling_appointment_events");
            table.HasKey(row => new { row.PracticeId, row.Id });
            table.HasIndex(row => new { row.PracticeId, row.AppointmentId, row.Id });
            table.Property(row => row.Before).StoredAsJson();
            table.Property(row => row.After).StoredAsJson();
        });

        model.Entity<Hold>(table =>
        {
            table.ToTable("scheduling_holds");
            table.HasKey(hold => new { hold.PracticeId, hold.Id });
            table.HasIndex(hold => new { hold.PracticeId, hold.TokenHash }).IsUnique();
            table.HasIndex(hold => new { hold.PracticeId, hold.Visitor, hold.ExpiresAt });
            table.HasIndex(hold => new { hold.PracticeId, hold.ExpiresAt });
            table.Property(hold => hold.ResourceIds).StoredAsJson();
        });

        model.Entity<Block>(table =>
        {
            table.ToTable("scheduling_blocks");
            table.HasKey(block => new { block.PracticeId, block.Id });
            table.HasIndex(block => new { block.PracticeId, block.ResourceId, block.StartsAt });
        });
    }
}
