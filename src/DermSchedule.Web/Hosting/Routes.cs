namespace DermSchedule.Web.Hosting;

/// <summary>Routes that are ready when the first request comes.</summary>
internal static class Routes
{
    /// <summary>
    /// Builds the handlers of all routes now. The framework would do it on the first request, which then waits for half a second; here it is done
    /// while the database comes up. Called after everything is mapped.
    /// </summary>
    public static void BuildRoutes(this WebApplication app)
    {
        // Only what is listed here is built; the host would list it when it starts.
        app.UseEndpoints(_ => { });
        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count;
    }
}
