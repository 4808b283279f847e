using DermSchedule.Data;
using DermSchedule.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>The services of one request.</summary>
public sealed class ClinicScope(AsyncServiceScope scope) : IAsyncDisposable
{
    public IServiceProvider Services => scope.ServiceProvider;

    public ScheduleDb Db => Get<ScheduleDb>();

    public IReservationWall Wall => Get<IReservationWall>();

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
