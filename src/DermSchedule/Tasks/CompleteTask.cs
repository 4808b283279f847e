using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tasks;

/// <summary>Somebody has done it. Doing it twice changes nothing.</summary>
public static class CompleteTask
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/tasks/{id}/complete", async (Id<StaffTask> id, Handler complete, CancellationToken ct) => (await complete.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(CompleteTask))
        .Produces<TaskView>()
        .ForStaff(Access.Desk)
        .Refuses(Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, TaskViews views, Caller caller, AuditTrail audit, TimeProvider clock)
    {
        public Task<Result<TaskView>> Handle(Id<StaffTask> id, CancellationToken ct) => db.Write<TaskView>(async () =>
        {
            if (await db.Set<StaffTask>().Locked().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } task || !caller.MayAt(task.ClinicId.Value))
            {
                return Refusals.NotFound;
            }

            if (task.DoneAt is null)
            {
                task.Version++;
                task.DoneAt = clock.GetCurrentInstant();
                task.DoneBy = caller.Kind == CallerKind.User ? new AccountId(caller.Id!.Value) : null;
                audit.Record("task.completed", new AuditRecord("task", id.Value), null, new { task.Kind, task.DoneBy });
            }

            return (await views.Of([task], ct))[0];
        }, ct);
    }
}
