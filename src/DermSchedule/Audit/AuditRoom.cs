using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Audit;

/// <summary>The two public doors of this room for the host.</summary>
public static class AuditRoom
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditPen>();
        services.AddSingleton<ReadAuditQueue>();
        services.AddSingleton<OpenViews>();
        services.AddSingleton<SealerBell>();
        services.AddScoped<AuditChain>();
        services.AddScoped<AuditQuery>();
        services.AddScoped<VerifyAudit.Handler>();
        services.AddScoped<ListAudit.Handler>();
        services.AddScoped<ExportAudit.Handler>();
        services.AddScoped<AuditHeads>();
        services.AddScoped<GetAuditHead.Handler>();
        services.AddSingleton<AuditHeadKeys>();
        services.AddHostedService<AuditSealer>();
        services.AddHostedService<AuditHeadSigner>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit");
        VerifyAudit.Map(audit);
        ListAudit.Map(audit);
        ExportAudit.Map(audit);
        GetAuditHead.Map(audit);
    }
}
