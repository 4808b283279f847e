using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Practices;

/// <summary>Routes of the public: <c>/clinics/{slug}/…</c>. The slug leads to the practice before anything is read.</summary>
public static class ClinicRoute
{
    /// <summary>Enters the practice of the route's <c>slug</c>; 404 when no clinic has it.</summary>
    public static RouteGroupBuilder MapClinic(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/clinics/{slug}");
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var directory = http.RequestServices.GetRequiredService<PracticeDirectory>();
            return http.GetRouteValue("slug") is string slug && await directory.EnterBySlug(slug, http.RequestAborted)
                ? await next(context)
                : Refusals.NotFound.ToProblem();
        });
        return group;
    }
}
