using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>The contract as OpenAPI 3.1 at <c>/openapi/v1.json</c>, and its page at <c>/docs</c>.</summary>
internal static class OpenApiContract
{
    public static void AddContract(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
    });

    public static void UseContractPage(this WebApplication app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "docs";
        page.DocumentTitle = "DermSchedule API";
        page.SwaggerEndpoint("/openapi/v1.json", "v1");
    });

    public static void MapContract(this WebApplication app) => app.MapOpenApi().ForAnyone();
}
