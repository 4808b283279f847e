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
    public sealed record Request(int? Limit, string? Cursor);

    public sealed record Page(IReadOnlyList<TaskView> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/tasks", async ([AsParameters] Request request, Handler list, CancellationToken ct) => (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListTasks))
        .Produces<Page>()
        .ForStaff(Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk, Role.Auditor)
        .Refuses(Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, TaskViews views, Caller caller, AuditTrail audit)
    {
        private const int DefaultLimit = 50;

        public async Task<Result<Page>> Handle(Request request, CancellationToken ct)
        {
            if (request.Limit is < 1 or > Cursor.MostItems)
            {
                return Refusals.Field("limit", $"Ask for 1 to {Cursor.MostItems}.");
            }

            if (!Cursor.TryRead(request.Cursor, out var after))
            {
                return Refusals.Field("cursor", "This is not a cursor of this list.");
            }

            var open = db.Set<StaffTask>().AsNoTracking().Where(task => task.DoneAt == null);
            open = caller.Clinics is { } mine ? open.Where(task => mine.Select(id => new ClinicId(id)).Contains(task.ClinicId)) : open;

            if (after is { } last)
            {
                var at = ClockExtensions.FromUnixMicroseconds(last.Key);
                var id = new Id<StaffTask>(last.Id);
                open = open.Where(task => task.DueAt > at || (task.DueAt == at && task.Id > id));
            }

            var limit = request.Limit ?? DefaultLimit;
            var rows = await open.OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(limit + 1).ToListAsync(ct);
            var page = rows.Take(limit).ToList();
            await audit.Read("tasks.listed", "task", [.. page.Select(task => new AuditRecord("task", task.Id.Value))], ct);
            return new Page(await views.Of(page, ct), rows.Count > limit ? new Cursor(page[^1].DueAt.ToUnixMicroseconds(), page[^1].Id.Value).ToString() : null);
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
