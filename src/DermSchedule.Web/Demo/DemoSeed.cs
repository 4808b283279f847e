using DermSchedule.Kernel;
using DermSchedule.Web.Hosting;

namespace DermSchedule.Web.Demo;

/// <summary>Plants the invented practices that are not there yet, each in a unit of work of its own: after a crash a practice is whole, or absent.</summary>
internal sealed class DemoSeed(IServiceScopeFactory scopes) : IDemoSeed
{
    public static readonly IReadOnlyList<DemoPractice> Practices = [DemoDermatology.Practice, LakesideSkin.Practice];

    public async Task Plant(CancellationToken ct)
    {
        foreach (var practice in Practices)
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<Caller>().BecomeJob("demo.seed");
            await services.ServiceProvider.GetRequiredService<DemoFounding>().Plant(practice, ct);
        }
    }
}
