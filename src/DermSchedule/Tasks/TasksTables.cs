using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tasks;

internal static class TasksTables
{
    public const string Alerts = "tasks_alerts";
    public const string Tasks = "tasks_tasks";

    public static readonly SealedField Words = new(Alerts, "words");
    public static readonly SealedField AlertContact = new(Alerts, "contact");
    public static readonly SealedField TaskContact = new(Tasks, "contact");

    public static void Map(ModelBuilder model)
    {
        model.Entity<StaffAlert>(table =>
        {
            table.ToTable(Alerts);
            table.HasKey(alert => new { alert.PracticeId, alert.Id });
            table.HasIndex(alert => new { alert.PracticeId, alert.SubjectId }).IsUnique();

            // The queue: what nobody has taken on yet, oldest first.
            table.HasIndex(alert => new { alert.PracticeId, alert.AcknowledgedAt, alert.RaisedAt });
            table.Property(alert => alert.Version).IsConcurrencyToken();
        });

        model.Entity<StaffTask>(table =>
        {
            table.ToTable(Tasks);
            table.HasKey(task => new { task.PracticeId, task.Id });
            table.HasIndex(task => new { task.PracticeId, task.SubjectId, task.Kind }).IsUnique();
            table.HasIndex(task => new { task.PracticeId, task.DoneAt, task.DueAt });
            table.Property(task => task.Version).IsConcurrencyToken();
        });
    }
}
