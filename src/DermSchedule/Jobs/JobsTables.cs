using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Jobs;

internal static class JobsTables
{
    public static readonly SealedField Payload = new("due_rows", "payload");

    public static void Map(ModelBuilder model)
    {
        model.Entity<DueRow>(table =>
        {
            table.ToTable("due_rows");
            table.HasKey(row => new { row.PracticeId, row.Id });
            table.HasIndex(row => new { row.PracticeId, row.Kind, row.Key }).IsUnique();

            // Only what is still to do: the index stays small however long the history gets.
            table.HasIndex(row => new { row.Kind, row.DueAt }).HasFilter("done_at IS NULL");
        });

        model.Entity<DemoClockRow>(table =>
        {
            table.ToTable("demo_clock");
            table.HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
