using DermSchedule.Data;
using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting;

/// <summary>For load balancers: whether the process lives, and whether it can serve.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Ok(new Answer("live"))).ForAnyone();

        // The walls were checked before the server began to listen; what can go away later is the database.
        health.MapGet("/ready", async (ScheduleDb db, CancellationToken ct) => await db.Database.CanConnectAsync(ct)
            ? TypedResults.Ok(new Answer("ready"))
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).ForAnyone();
    }

    private sealed record Answer(string Status);
}
