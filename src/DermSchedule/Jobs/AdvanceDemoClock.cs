using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Jobs;

/// <summary>
/// Lets a demonstration skip the waiting: moves the business clock of every process of this database forward. What becomes due on the way happens in
/// order, each at the instant at which it was due, before this answers (api.md, demo mode).
/// </summary>
public static class AdvanceDemoClock
{
    /// <param name="Advance">ISO 8601 duration, not negative: <c>PT24H</c>, <c>P3D</c>, <c>PT0S</c>.</param>
    public sealed record Request([property: Required] string? Advance);

    public sealed record Moved(Instant Now);

    internal static void Map(IEndpointRouteBuilder demo) => demo
        .MapPost("/clock", async (Request request, Handler advance, CancellationToken ct) => (await advance.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(AdvanceDemoClock))
        .Produces<Moved>()
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed);

    public sealed class Handler(DemoClockStore store, DueRunner runner, PracticeDirectory directory, Ids ids, TimeProvider clock)
    {
        /// <summary>Another process is moving the clock, or doing the row we wait for.</summary>
        private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(10);

        private static readonly Instant Latest = Instant.FromUtc(2200, 1, 1, 0, 0);

        public async Task<Result<Moved>> Handle(Request request, CancellationToken ct)
        {
            var asked = PeriodPattern.NormalizingIso.Parse(request.Advance ?? "");

            if (!asked.Success || Target(clock.GetCurrentInstant(), asked.Value) is null)
            {
                return Refusals.Field("advance", "Send an ISO 8601 duration that is not negative, e.g. PT24H.");
            }

            var move = ids.Next<DemoClock>().Value;

            await Begin(move, ct);

            // From here on the whole way is gone even if the caller hangs up: half a move would leave jobs undone that were due.
            var target = Target(clock.GetCurrentInstant(), asked.Value) ?? clock.GetCurrentInstant();

            while (!await Walk(move, target, CancellationToken.None))
            {
                await Begin(move, CancellationToken.None);
            }

            return new Moved(target);
        }

        private async Task Begin(Guid move, CancellationToken ct)
        {
            while (!await store.TryBegin(move, CancellationToken.None))
            {
                await Task.Delay(ShortWait, ct);
            }
        }

        /// <summary>False when another move took over because this one was slower than its lease.</summary>
        private async Task<bool> Walk(Guid move, Instant target, CancellationToken ct)
        {
            while (await directory.NextDue(runner.Kinds, target, ct) is { } due)
            {
                if (!await store.Step(move, Instant.Max(due, clock.GetCurrentInstant()), ct))
                {
                    return false;
                }

                // Nothing to claim means that a worker has it already: it sees the same time, and we wait until it is done.
                if (await runner.RunDue(ct) == 0)
                {
                    await Task.Delay(ShortWait, ct);
                }
            }

            return await store.End(move, Instant.Max(target, clock.GetCurrentInstant()), ct);
        }

        /// <summary>Years and months are those of the calendar, counted in UTC; null when the way is backwards or out of all bounds.</summary>
        private static Instant? Target(Instant now, Period way)
        {
            try
            {
                var target = now.InUtc().LocalDateTime.Plus(way).InUtc().ToInstant();
                return target >= now && target <= Latest ? target : null;
            }
            catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
            {
                return null;
            }
        }
    }
}
