using System.Text.Json.Serialization.Metadata;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>The contract as OpenAPI 3.1 at <c>/openapi/v1.json</c>, and its page at <c>/docs</c>.</summary>
internal static class OpenApiContract
{
    public const string AccessToken = "accessToken";
    public const string ApiKey = "apiKey";
    public const string VisitLink = "visitLink";

    public static void AddContract(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = Name;
        options.AddDocumentTransformer(Introduce);
        options.AddSchemaTransformer(WireTypes.Describe);
        options.AddOperationTransformer(Operations.Describe);
    });

    public static void UseContractPage(this WebApplication app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "docs";
        page.DocumentTitle = "DermSchedule API";
        page.SwaggerEndpoint("/openapi/v1.json", "v1");
        page.InjectStylesheet("/dist/fonts.css");
        page.InjectStylesheet("/css/tokens.css");
        page.InjectStylesheet("/css/docs.css");
        page.DefaultModelsExpandDepth(-1);
    });

    public static void MapContract(this WebApplication app) => app.MapOpenApi().ForAnyone();

    /// <summary>Records of use cases are nested and mostly called Request: the use case's name tells them apart.</summary>
    private static string? Name(JsonTypeInfo type) => WireTypes.IsPlain(type.Type) || OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } plain
        ? null
        : type.Type.DeclaringType is { } useCase ? useCase.Name + plain : plain;

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "DermSchedule",
            Version = "v1",
            Description = "Scheduling for dermatology clinics. Refusals are RFC 9457 problem documents with a stable `code`; each code has a page at `/problems/{code}`. "
                + "A POST that creates or pays takes an `Idempotency-Key`.\n\n"
                + "Nothing in settings cancels or moves a visit. A change answers with `affected`, the visits ahead that somebody should now look at: those that no longer fit the hours, "
                + "those that time off, a holiday or a day without hours covers, and those whose provider, type or time zone is not what the patient was told. A visit that staff put "
                + "outside the hours on purpose is listed only when something new covers it.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };

        // The framework lists its own names of groups; the calls stand under rooms.
        document.Tags = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags!)
            .Select(tag => tag.Reference.Id!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(room => new OpenApiTag { Name = room }).ToHashSet();

        // Who reads the contract calls the server it came from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [AccessToken] = Bearer("Staff: the access token of `POST /auth/token`, good for 15 minutes.", "JWT"),
            [ApiKey] = Bearer("Programs of a practice: an API key (`k_…`).", "API key"),
            [VisitLink] = Bearer("Patients: the token of their visit's link (`m_…`).", "visit token"),
        };
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Bearer(string description, string format) =>
        new() { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = format, Description = description };
}
