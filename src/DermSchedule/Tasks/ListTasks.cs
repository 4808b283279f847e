using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tasks;

/// <summary>What the clinic has to do, soonest first.</summary>
public static class ListTasks
{
    /// <summary>More open tasks than that are a sign of another trouble; the soonest come first.</summary>
    private const int Most = 200;

    public sealed record Page(IReadOnlyList<TaskView> Items);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/tasks", async (Handler list, CancellationToken ct) => (await list.Handle(ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListTasks))
        .Produces<Page>()
        .ForStaff(Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk, Role.Auditor);

    public sealed class Handler(ScheduleDb db, TaskViews views, Caller caller, AuditTrail audit)
    {
        public async Task<Result<Page>> Handle(CancellationToken ct)
        {
            var open = db.Set<StaffTask>().AsNoTracking().Where(task => task.DoneAt == null);
            open = caller.Clinics is { } mine ? open.Where(task => mine.Select(id => new ClinicId(id)).Contains(task.ClinicId)) : open;
            var rows = await open.OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(Most).ToListAsync(ct);
            await audit.Read("tasks.listed", "task", [.. rows.Select(task => new AuditRecord("task", task.Id.Value))], ct);
            return new Page(await views.Of(rows, ct));
        }
    }
}

/// <summary>A task as the desk sees it.</summary>
public sealed record TaskView(
    Id<StaffTask> Id, ClinicId ClinicId, StaffTaskKind Kind, Guid SubjectId, Contact? Contact, OffsetDateTime OpenedAt, OffsetDateTime DueAt, OffsetDateTime? DoneAt, AccountId? DoneBy);

/// <summary>Opens tasks for the eyes of staff.</summary>
public sealed class TaskViews(Catalogs catalogs, Vault vault)
{
    public async Task<IReadOnlyList<TaskView>> Of(IReadOnlyList<StaffTask> tasks, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        return [.. tasks.Select(task => Of(task, ClinicClock.In(catalog.Clinics[task.ClinicId].TimeZone)))];
    }

    private TaskView Of(StaffTask task, ClinicClock clock) => new(
        task.Id,
        task.ClinicId,
        task.Kind,
        task.SubjectId,
        task.Contact is { } contact ? vault.Open(contact, TasksTables.TaskContact, task.Id.Value) : null,
        clock.OnTheWire(task.OpenedAt),
        clock.OnTheWire(task.DueAt),
        task.DoneAt is { } done ? clock.OnTheWire(done) : null,
        task.DoneBy);
}
