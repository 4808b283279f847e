using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>What tests of use cases share.</summary>
public abstract class ClinicTests
{
    /// <inheritdoc cref="TestClinic.Open"/>
    protected static Task<TestClinic> OpenClinic(Engine engine, Action<IServiceCollection>? more = null) => TestClinic.Open(engine, more);

    /// <summary>Starts one caller per item and lets them go at the same moment; answers in the order of the items.</summary>
    protected static async Task<TAnswer[]> Together<T, TAnswer>(IEnumerable<T> items, Func<T, Task<TAnswer>> call)
    {
        var callers = items.ToArray();
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = callers.Select(item => AtTheBarrier(item)).ToArray();
        barrier.SetResult();
        return await Task.WhenAll(running);

        async Task<TAnswer> AtTheBarrier(T item)
        {
#pragma warning disable VSTHRD003 // The barrier is opened a few lines above, by no thread that waits.
            await barrier.Task;
#pragma warning restore VSTHRD003
            return await call(item);
        }
    }

    /// <summary>The same for callers that differ by nothing but their number, 0 to <paramref name="count"/> - 1.</summary>
    protected static Task<TAnswer[]> Together<TAnswer>(int count, Func<int, Task<TAnswer>> call) => Together(Enumerable.Range(0, count), call);
}
