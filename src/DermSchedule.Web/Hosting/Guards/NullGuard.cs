namespace DermSchedule.Web.Hosting.Guards;

/// <summary>A NUL byte in an address is never meant well, and PostgreSQL cannot store one: refused before anybody reads it.</summary>
internal static class NullGuard
{
    public static void UseNullGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.QueryString.HasValue || !HasNull(context.Request.QueryString.Value!))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool HasNull(string query) => query.Contains("%00", StringComparison.Ordinal) || query.Contains('\0', StringComparison.Ordinal);
}
