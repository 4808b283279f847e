using System.Data.Common;
using DermSchedule.Data;
using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting;

/// <summary>For load balancers: whether the process lives, and whether it can serve.</summary>
internal static partial class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Ok(new Answer("live"))).ForAnyone();
        health.MapGet("/ready", async (IDatabaseEngine engine, ILogger<Answer> log, CancellationToken ct) =>
            await Stands(engine, log, ct) ? TypedResults.Ok(new Answer("ready")) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).ForAnyone();
    }

    /// <summary>The database answers, and what refuses overlaps and edits of the trail is still there.</summary>
    private static async Task<bool> Stands(IDatabaseEngine engine, ILogger<Answer> log, CancellationToken ct)
    {
        try
        {
            await engine.Check(ct);
            return true;
        }
        catch (Exception exception) when (exception is DbException or StartRefusedException or TimeoutException)
        {
            LogNotReady(log, exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This server cannot serve.")]
    private static partial void LogNotReady(ILogger log, Exception exception);

    private sealed record Answer(string Status);
}
